namespace CreditKit.Ledger;

/// <summary>Result of walking the audit chain.</summary>
/// <param name="Entries">Entries walked.</param>
/// <param name="Intact">Nothing is missing, changed or out of order.</param>
/// <param name="BrokenAt">Number of the first entry that does not fit; null when intact.</param>
internal sealed record AuditVerification(long Entries, bool Intact, long? BrokenAt);
