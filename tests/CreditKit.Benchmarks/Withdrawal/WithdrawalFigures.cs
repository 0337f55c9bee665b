namespace CreditKit.Benchmarks.Withdrawal;

/// <summary>What a run of withdrawals measured.</summary>
/// <param name="Withdrawals">How many.</param>
/// <param name="LongestGone">Longest time from the call to the question from which on no surface answered with the record.</param>
/// <param name="MedianGone">Median of the same.</param>
/// <param name="LongestAnswered">Longest time from the call until every surface had answered in full without it; whole exports are among them.</param>
/// <param name="MedianAnswered">Median of the same.</param>
/// <param name="LongestCall">Longest time until the call returned.</param>
/// <param name="MedianCall">Median of the same.</param>
/// <param name="Longest">Longest answer in full by surface.</param>
/// <param name="Stale">Answers to questions after the call that still had the record.</param>
/// <param name="Rate">Requests of visitors answered a second meanwhile.</param>
/// <param name="Served">The same as a number.</param>
/// <param name="Failed">Requests that were not answered.</param>
internal sealed record WithdrawalFigures(int Withdrawals, TimeSpan LongestGone, TimeSpan MedianGone, TimeSpan LongestAnswered, TimeSpan MedianAnswered, TimeSpan LongestCall, TimeSpan MedianCall, IReadOnlyDictionary<string, TimeSpan> Longest, int Stale, double Rate, long Served, long Failed);
