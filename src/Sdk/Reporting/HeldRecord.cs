namespace CreditKit.Reporting;

/// <summary>
/// A record as a receiver holds it now. Known by the record's public id, or, where the receiver has no such column, by
/// document number and counterpart.
/// </summary>
public sealed record HeldRecord
{
    /// <summary>Public id of the record; null where the receiver does not keep it.</summary>
    public string? RecordId { get; init; }

    /// <summary>决定文书号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>行政相对人名称; may be personal data.</summary>
    public string? CounterpartName { get; init; }

    /// <summary>It stands there; false: it was taken down.</summary>
    public required bool Live { get; init; }

    /// <summary>Newest revision it took; null where it knows none.</summary>
    public int? Revision { get; init; }

    /// <summary>Hash of the columns as they were sent, or as it holds them; null where it keeps none.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Hash of the record as the own page showed it; null where it keeps none.</summary>
    public string? PublicHash { get; init; }

    /// <summary>National id.</summary>
    public string? Number { get; init; }

    /// <summary>Id and state only.</summary>
    public override string ToString() => $"{RecordId} {(Live ? "live" : "down")}";
}
