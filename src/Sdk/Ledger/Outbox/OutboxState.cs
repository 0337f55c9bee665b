namespace CreditKit.Ledger;

/// <summary>State of an outbox entry at its channel. Only the class of an answer ends a row, never a number of tries.</summary>
internal enum OutboxState
{
    /// <summary>Waits for its next attempt.</summary>
    Pending = 0,

    /// <summary>A dispatcher has it; when the lease runs out it is taken up again.</summary>
    Leased = 1,

    /// <summary>Sent, no answer: asked for or reconciled before it is sent again.</summary>
    Unknown = 2,

    /// <summary>The channel took it; there is a receipt.</summary>
    Accepted = 3,

    /// <summary>The channel refused it for good: a person must act.</summary>
    Rejected = 4,

    /// <summary>A newer revision or a withdrawal took its place.</summary>
    Superseded = 5,
}
