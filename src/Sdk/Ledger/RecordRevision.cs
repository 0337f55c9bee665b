using CreditKit.Records;

namespace CreditKit.Ledger;

/// <summary>One revision of a record, unmasked, with who wrote it and why.</summary>
/// <param name="Revision">1 upward.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Reason">Why it changed; null for the first.</param>
/// <param name="Record">The content.</param>
internal sealed record RecordRevision(int Revision, DateTimeOffset At, SourceReference Source, string? Reason, CreditRecord Record);
