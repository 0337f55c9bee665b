namespace CreditKit.Reporting;

/// <summary>A record about which ledger and receiver differ. Holds no personal data.</summary>
/// <param name="Kind">How.</param>
/// <param name="Id">Public id; null for a stranger.</param>
/// <param name="Number">National id there; null where it has none.</param>
/// <param name="Revision">The ledger's revision; null for a stranger.</param>
/// <param name="Repaired">Queued to be mended by this call.</param>
internal sealed record Drift(DriftKind Kind, string? Id, string? Number, int? Revision, bool Repaired);
