using CreditKit.Records;

namespace CreditKit.Ledger;

/// <summary>A list entry as the ledger keeps it.</summary>
internal sealed record ListedEntry
{
    public required long Id { get; init; }

    /// <summary>Random id, the same over all its revisions.</summary>
    public required string PublicId { get; init; }

    /// <summary>1 upward.</summary>
    public required int Revision { get; init; }

    public required ListedSubject Subject { get; init; }

    /// <summary>What each channel said of it last, by name.</summary>
    public required IReadOnlyDictionary<string, ListedReport> Reports { get; init; }

    /// <summary>Public id and revision.</summary>
    public override string ToString() => $"{PublicId}.{Revision}";
}
