namespace CreditKit.Reporting;

/// <summary>
/// An entry of a list of serious dishonesty on its way to a channel, with the records of the persons behind it: they travel in one
/// call, file or transaction (鲁信用办〔2019〕8号 (十四)). Unmasked; printing it shows its key and nothing else.
/// </summary>
public sealed class ListEnvelope
{
    internal ListEnvelope() { }

    /// <summary>Idempotency key: id of the entry and revision.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the entry, the same over all its revisions.</summary>
    public required string EntryId { get; init; }

    /// <summary>Revision, 1 upward; a receiver keeps the newest it has seen.</summary>
    public required int Revision { get; init; }

    /// <summary>The form whose columns these are.</summary>
    public required string Form { get; init; }

    /// <summary>What the receiver may use it for.</summary>
    public required string Purpose { get; init; }

    /// <summary>SHA-256 of columns and values, hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Columns of the entry.</summary>
    public required IReadOnlyList<ListEnvelopeColumn> Columns { get; init; }

    /// <summary>Its values, one per column; empty where there is none.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>Columns of each person.</summary>
    public required IReadOnlyList<ListEnvelopeColumn> PersonColumns { get; init; }

    /// <summary>The persons' values, one per column.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Persons { get; init; }

    /// <summary>The key only.</summary>
    public override string ToString() => Key;
}

/// <summary>A column of a list entry.</summary>
/// <param name="Code">The receiver's name of it.</param>
/// <param name="Head">Chinese head.</param>
/// <param name="IsId">It holds the entry's id.</param>
public sealed record ListEnvelopeColumn(string Code, string Head, bool IsId);
