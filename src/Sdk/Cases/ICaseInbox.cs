namespace CreditKit.Cases;

/// <summary>
/// What the public forms may do: file, and ask for the state with number and secret. Nothing else of a case is to be had
/// here. Safe for concurrent callers; a filing is durable when its receipt is returned.
/// </summary>
public interface ICaseInbox
{
    /// <summary>Whether forms of that kind are open.</summary>
    bool Accepts(CaseKind kind);

    /// <summary>Files. Nothing is stored when an issue is returned.</summary>
    /// <exception cref="CreditKitException">The ledger cannot be written (CK12xx).</exception>
    Task<CaseFilingResult> FileAsync(CaseFiling filing, CancellationToken cancellation = default);

    /// <summary>The state of a case. Null for an unknown number and for a wrong secret alike.</summary>
    Task<CaseStatus?> StatusAsync(string number, string secret, CancellationToken cancellation = default);

    /// <summary>Whether, from when and how a record may be repaired; null when there is no such record or it is no penalty.</summary>
    RepairGuide? RepairGuideOf(string recordId);

    /// <summary>The clauses of the repair commitment; each must be agreed to.</summary>
    IReadOnlyList<CommitmentClause> CommitmentClauses { get; }

    /// <summary>Results, commitments and answers that stand today, newest first.</summary>
    IReadOnlyList<PublishedCase> Published(int limit);

    /// <summary>The same about one record.</summary>
    IReadOnlyList<PublishedCase> PublishedOf(string recordId);
}
