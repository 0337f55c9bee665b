namespace CreditKit.Ledger;

/// <summary>What a submission did, and to which record.</summary>
/// <param name="Outcome">New, unchanged or corrected.</param>
/// <param name="RecordId">Internal key.</param>
/// <param name="PublicId">Public id.</param>
/// <param name="Revision">The record's newest revision.</param>
internal readonly record struct SubmissionResult(SubmissionOutcome Outcome, long RecordId, string PublicId, int Revision);
