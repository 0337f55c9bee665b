using RestEase;

namespace CreditKit.Reporting.Channels;

/// <summary>The portal's calls. Every status comes back as it is: classifying is the channel's, and an exception would carry the request.</summary>
[AllowAnyStatusCode]
internal interface IPortalApi
{
    [Post("api/v1/batches")]
    Task<HttpResponseMessage> Report([Body] HttpContent batch, CancellationToken cancellation);

    [Post("api/v1/receipts")]
    Task<HttpResponseMessage> Receipts([Body] HttpContent question, CancellationToken cancellation);
}
