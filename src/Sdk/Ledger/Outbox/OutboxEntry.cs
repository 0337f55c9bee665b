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

    /// <summary>Times it was taken up so far, this one included.</summary>
    public required int Attempts { get; init; }

    /// <summary>Times a person asked to send the same revision again; part of the idempotency key.</summary>
    public int Resent { get; init; }

    /// <summary>Failed calls that it was part of.</summary>
    public int Suspicion { get; init; }

    /// <summary>It may have reached the channel already: ask there before it is sent.</summary>
    public bool MayBeThere { get; init; }

    /// <summary>It failed before, and the channel has answered others since: what fails is the row.</summary>
    public bool Suspect { get; init; }

    /// <summary>The record's key while it is at hand, for what the channel says; null: read when it is needed.</summary>
    public DataKey? Key { get; init; }

    /// <summary>Proof that the lease is still ours when the answer is written.</summary>
    public Guid LeaseToken { get; init; }
}
