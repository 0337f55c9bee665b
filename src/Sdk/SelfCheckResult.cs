namespace CreditKit;

/// <summary>What a look at the live column found.</summary>
/// <param name="Pages">Pages opened.</param>
/// <param name="Findings">What is wrong; empty when nothing is.</param>
internal sealed record SelfCheckResult(int Pages, IReadOnlyList<SelfCheckFinding> Findings);

/// <summary>One thing that is wrong.</summary>
/// <param name="Problem"><c>unreachable</c>, <c>empty</c>, <c>overdue</c>, <c>unmasked</c>, <c>missing</c> or <c>different</c>.</param>
/// <param name="RecordId">Public id; null for a page of the column itself.</param>
/// <param name="Text">In words; no personal data.</param>
internal sealed record SelfCheckFinding(string Problem, string? RecordId, string Text);
