namespace CreditKit.Ledger;

/// <summary>One step of the change feed: the record as it is now. Several changes of one record come as its newest.</summary>
/// <param name="Sequence">Position in the feed; the projector keeps the last one it applied.</param>
/// <param name="Record">The record as it is now.</param>
internal sealed record LedgerChange(long Sequence, LedgerRecord Record);
