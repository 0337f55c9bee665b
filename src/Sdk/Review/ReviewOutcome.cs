using CreditKit.Ledger.Reviews;

namespace CreditKit.Review;

/// <summary>What a review decision did.</summary>
/// <param name="Verdict">Released, held, or blocked by a lifted hit.</param>
/// <param name="Visible">Whether the column shows the record now.</param>
/// <param name="Blocking">Lifted places whose value proves itself (check digit): publication waits until they are masked.</param>
/// <param name="Reasons">Why the column does not show it, in Chinese; empty when it does.</param>
public sealed record ReviewOutcome(ReviewVerdict Verdict, bool Visible, IReadOnlyList<ReviewMark> Blocking, IReadOnlyList<string> Reasons);
