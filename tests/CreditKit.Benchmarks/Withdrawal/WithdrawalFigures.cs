namespace CreditKit.Benchmarks.Withdrawal;

/// <summary>What a run of withdrawals measured.</summary>
/// <param name="Withdrawals">How many.</param>
/// <param name="LongestGone">Longest time from the call until nothing showed the record any more.</param>
/// <param name="MedianGone">Median of the same.</param>
/// <param name="LongestCall">Longest time until the call returned.</param>
/// <param name="MedianCall">Median of the same.</param>
/// <param name="Stale">Answers to questions after the call that still had the record.</param>
/// <param name="Rate">Requests of visitors answered a second meanwhile.</param>
/// <param name="Served">The same as a number.</param>
/// <param name="Failed">Requests that were not answered.</param>
internal sealed record WithdrawalFigures(int Withdrawals, TimeSpan LongestGone, TimeSpan MedianGone, TimeSpan LongestCall, TimeSpan MedianCall, int Stale, double Rate, long Served, long Failed);
