namespace CreditKit.Ledger;

/// <summary>What an outbox entry asks of its channel.</summary>
internal enum OutboxOperation
{
    /// <summary>Take this revision, new or corrected.</summary>
    Upsert = 1,

    /// <summary>Take the record down.</summary>
    Withdraw = 2,
}
