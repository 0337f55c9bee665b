namespace CreditKit.Ledger;

/// <summary>One mark a person set on a record, and how it ended.</summary>
/// <param name="Mark">Which.</param>
/// <param name="SetAt">Since when, UTC.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="Reason">Why.</param>
/// <param name="LiftedAt">When it was lifted, UTC; null while it stands.</param>
/// <param name="LiftedBy">Who lifted it.</param>
/// <param name="LiftReason">Why.</param>
internal sealed record MarkEntry(RecordMark Mark, DateTimeOffset SetAt, string SetBy, string Reason, DateTimeOffset? LiftedAt, string? LiftedBy, string? LiftReason);
