namespace CreditKit.Ledger.Reviews;

/// <summary>A review on its way into the ledger: one transaction with its effect, its audit entry and its outbox entries.</summary>
internal sealed record ReviewEntry
{
    public required long RecordId { get; init; }

    /// <summary>The revision that was reviewed; a newer one makes the review void.</summary>
    public required int Revision { get; init; }

    public required ReviewScope Scope { get; init; }

    public required ReviewVerdict Verdict { get; init; }

    public required string Actor { get; init; }

    public required ReviewDetail Detail { get; init; }

    /// <summary>How the record is shown from now on.</summary>
    public required RecordHandling Handling { get; init; }

    /// <summary>Channels that may carry it afterwards.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
}
