namespace CreditKit.Intake;

/// <summary>What an import did; accepted + unchanged + corrected + rejected = rows.</summary>
/// <param name="Rows">Data rows read.</param>
/// <param name="Accepted">New records.</param>
/// <param name="Unchanged">Rows that were there with the same content.</param>
/// <param name="Corrected">Rows that became a new revision.</param>
/// <param name="Rejected">Rows that are blocked for publication; kept in the ledger with the reasons.</param>
public readonly record struct ImportSummary(long Rows, long Accepted, long Unchanged, long Corrected, long Rejected);
