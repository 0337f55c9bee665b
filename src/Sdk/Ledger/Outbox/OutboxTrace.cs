namespace CreditKit.Ledger;

/// <summary>One entry of a record's reporting timeline, with what came back.</summary>
internal sealed record OutboxTrace
{
    /// <summary>The entry.</summary>
    public required OutboxEntry Entry { get; init; }

    /// <summary>When it was queued.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When it was over; null while it is open.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Code of the last answer.</summary>
    public string? Code { get; init; }

    /// <summary>The channel's words; may hold personal data.</summary>
    public string? Answer { get; init; }

    /// <summary>The channel's batch number.</summary>
    public string? Batch { get; init; }

    /// <summary>National id and receipt number.</summary>
    public string? Number { get; init; }
}
