namespace CreditKit.Ledger.Reviews;

/// <summary>Which records a reviewer looks at.</summary>
public enum ReviewQueue
{
    /// <summary>Waits for the review for publication or for sharing.</summary>
    Waiting = 1,

    /// <summary>Kept back by a reviewer, or blocked by a lifted hit.</summary>
    Held = 2,

    /// <summary>Released, and corrected since a reviewer saw it.</summary>
    CorrectedSince = 3,
}
