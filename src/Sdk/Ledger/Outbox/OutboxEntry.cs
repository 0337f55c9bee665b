namespace CreditKit.Ledger;

/// <summary>One thing to tell one channel about one record.</summary>
internal sealed record OutboxEntry
{
    /// <summary>Order of the queue; per record and channel an entry never overtakes a smaller id.</summary>
    public required long Id { get; init; }

    /// <summary>Channel name.</summary>
    public required string Channel { get; init; }

    /// <summary>Internal key of the record.</summary>
    public required long RecordId { get; init; }

    /// <summary>Public id of the record: with the revision and operation the idempotency key.</summary>
    public required string PublicId { get; init; }

    /// <summary>Revision to send.</summary>
    public required int Revision { get; init; }

    /// <summary>Upsert or withdraw.</summary>
    public required OutboxOperation Operation { get; init; }

    /// <summary>State.</summary>
    public required OutboxState State { get; init; }

    /// <summary>Attempts so far.</summary>
    public required int Attempts { get; init; }

    /// <summary>Proof that the lease is still ours when the answer is written.</summary>
    public Guid LeaseToken { get; init; }
}
