namespace CreditKit.Ledger.Reviews;

/// <summary>A reviewer's word on one value of a record, as kept with the record (encrypted).</summary>
/// <param name="Field">Field of the public record, e.g. <c>ViolationFacts</c>.</param>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Kind">Kind of personal data.</param>
/// <param name="Verdict">Confirmed, added or lifted.</param>
/// <param name="Value">The value itself: what was confirmed or added stays hidden in a corrected text too.</param>
/// <param name="TextHash">SHA-256 of the whole text: a lift counts for this text only.</param>
/// <param name="Reason">Why, for what was added or lifted.</param>
internal sealed record HandledSpan(string Field, int Start, int Length, string Kind, SpanVerdict Verdict, string Value, string TextHash, string Reason);
