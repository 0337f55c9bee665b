namespace CreditKit.Reporting;

/// <summary>A stretch of a list that a receiver was asked for.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the receiver's order; empty at the end.</param>
/// <param name="Next">Where to go on; null at the end of the list. A receiver that gives its events in order always says where it stands, so that the next question begins there.</param>
/// <param name="Failure">Why there is no answer; null when there is one. Then the items count for nothing.</param>
public sealed record ChannelPage<T>(IReadOnlyList<T> Items, string? Next = null, ReportAnswer? Failure = null);
