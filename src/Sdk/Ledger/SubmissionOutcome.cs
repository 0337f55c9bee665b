namespace CreditKit.Ledger;

/// <summary>What a submission did.</summary>
internal enum SubmissionOutcome
{
    /// <summary>A new record.</summary>
    Accepted,

    /// <summary>The same key and content were there.</summary>
    Unchanged,

    /// <summary>A new revision of a record that was there.</summary>
    Corrected,

    /// <summary>Older than what the ledger has: the newer content was kept.</summary>
    KeptNewer,
}
