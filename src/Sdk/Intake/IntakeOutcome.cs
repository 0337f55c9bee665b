namespace CreditKit.Intake;

/// <summary>What became of a record that was handed in.</summary>
public enum IntakeOutcome
{
    /// <summary>A new record.</summary>
    Accepted,

    /// <summary>It was there with the same content.</summary>
    Unchanged,

    /// <summary>It was there; this is its newest revision.</summary>
    Corrected,

    /// <summary>Blocked for publication; kept in the ledger as rejected, with the reasons.</summary>
    Rejected,
}
