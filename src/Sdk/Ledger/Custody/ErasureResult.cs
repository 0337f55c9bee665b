namespace CreditKit.Ledger.Custody;

/// <summary>What was erased because its time was over.</summary>
/// <param name="Cases">Files of closed cases.</param>
/// <param name="Rejected">Rejected rows.</param>
/// <param name="Accesses">Entries of the access register.</param>
/// <param name="Attachments">Papers that were refused, replaced or taken down, and what was left half received.</param>
internal readonly record struct ErasureResult(int Cases, int Rejected, int Accesses, int Attachments = 0);
