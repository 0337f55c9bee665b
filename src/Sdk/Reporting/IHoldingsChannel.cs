namespace CreditKit.Reporting;

/// <summary>A channel whose receiver can list what it holds of this agency: what <c>creditkit reconcile</c> compares the ledger with.</summary>
public interface IHoldingsChannel : IReportChannel
{
    /// <summary>A stretch of everything the receiver holds, taken down records included where it keeps them. Must be done within <see cref="ChannelOptions.Timeout"/>.</summary>
    /// <param name="after">Where to go on, from the page before; null begins.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<ChannelPage<HeldRecord>> HeldAsync(string? after, CancellationToken cancellation);
}
