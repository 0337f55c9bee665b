namespace CreditKit.Intake;

/// <summary>What became of an entry that was handed in.</summary>
/// <param name="Outcome"><c>accepted</c> (new), <c>unchanged</c>, <c>corrected</c> (a further revision) or <c>rejected</c>.</param>
/// <param name="Id">Its id; null when it was rejected.</param>
/// <param name="Revision">1 upward; 0 when it was rejected.</param>
/// <param name="Issues">What is wrong, in Chinese, without any value; empty unless it was rejected.</param>
public sealed record ListEntryResult(string Outcome, string? Id, int Revision, IReadOnlyList<string> Issues);
