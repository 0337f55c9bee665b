namespace CreditKit.Ledger;

/// <summary>Rows of a channel by state.</summary>
internal sealed record OutboxCounts(long Pending, long Leased, long Unknown, long Accepted, long Rejected, long Superseded)
{
    /// <summary>Rows that are not over.</summary>
    public long Open => Pending + Leased + Unknown;
}
