namespace CreditKit.Reporting;

/// <summary>What <c>creditkit report</c> prints.</summary>
/// <param name="Sent">Rows that went out, each time counted.</param>
/// <param name="Accepted">Rows with a receipt.</param>
/// <param name="Rejected">Rows refused for good.</param>
/// <param name="Pending">Rows that are still to go out or to be cleared up, over all channels.</param>
internal sealed record ReportTotals(long Sent, long Accepted, long Rejected, long Pending);
