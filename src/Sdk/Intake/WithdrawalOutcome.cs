namespace CreditKit.Intake;

/// <summary>What a withdrawal did.</summary>
public enum WithdrawalOutcome
{
    /// <summary>Gone from the column; the channels that have it will be told.</summary>
    Withdrawn,

    /// <summary>It had been withdrawn before; nothing changed.</summary>
    AlreadyWithdrawn,

    /// <summary>No such record.</summary>
    NotFound,
}
