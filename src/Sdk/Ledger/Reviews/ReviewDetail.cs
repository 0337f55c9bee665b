namespace CreditKit.Ledger.Reviews;

/// <summary>What a reviewer wrote and decided, as kept with the review (encrypted).</summary>
internal sealed record ReviewDetail(string Reason, string? Ground, bool AbstractOnly, IReadOnlyList<HandledSpan> Spans);
