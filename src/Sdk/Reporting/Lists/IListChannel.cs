namespace CreditKit.Reporting;

/// <summary>A channel that carries entries of lists of serious dishonesty with the persons behind them, and gives a receipt for each.</summary>
public interface IListChannel : IReportChannel
{
    /// <summary>Sends an entry. The same key may come more than once and takes effect once; a lower revision than the newest takes none.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Ends the call; it is then sent again.</param>
    /// <returns>Accepted with the receipt's number; rejected when the receiver will not take it as it is; anything else is tried again.</returns>
    Task<ReportAnswer> SendListEntryAsync(ListEnvelope entry, CancellationToken cancellation);
}
