namespace CreditKit.Reporting;

/// <summary>
/// A channel that carries the item catalogue (事项目录) with its data items too, and gives a receipt for it (厦门 四(1): the catalogue is
/// pushed to the city's platform; 阳泉 二(一): on the own site and on the platform at the same time).
/// </summary>
public interface ICatalogueChannel : IReportChannel
{
    /// <summary>Sends the catalogue as it is in force. The same key may come more than once and is one catalogue.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="cancellation">Ends the call; it is then sent again.</param>
    /// <returns>Accepted with the receipt's number; rejected when the receiver will not take it as it is; anything else is tried again.</returns>
    Task<ReportAnswer> SendCatalogueAsync(CatalogueEnvelope catalogue, CancellationToken cancellation);
}
