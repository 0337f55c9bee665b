namespace CreditKit.Ledger;

/// <summary>One entry of the audit chain, as people read it.</summary>
/// <param name="Number">Place in the chain, from 1.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who.</param>
/// <param name="Act">What, as a code.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="RecordId">Public id of the record; null for none.</param>
/// <param name="Detail">Ids and codes.</param>
internal sealed record AuditEntry(long Number, DateTimeOffset At, string Actor, string Act, string Outcome, string? RecordId, string Detail);
