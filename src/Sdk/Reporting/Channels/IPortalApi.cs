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

    [Get("api/v1/holdings")]
    Task<HttpResponseMessage> Holdings([Query] string? after, CancellationToken cancellation);

    [Post("api/v1/catalogue")]
    Task<HttpResponseMessage> Catalogue([Body] HttpContent catalogue, CancellationToken cancellation);

    [Post("api/v1/lists")]
    Task<HttpResponseMessage> ListEntry([Body] HttpContent entry, CancellationToken cancellation);

    [Get("api/v1/verdicts")]
    Task<HttpResponseMessage> Verdicts([Query] string since, CancellationToken cancellation);

    [Get("api/v1/inbox")]
    Task<HttpResponseMessage> Inbox([Query] string? after, CancellationToken cancellation);

    [Post("api/v1/inbox/answers")]
    Task<HttpResponseMessage> Answer([Body] HttpContent answer, CancellationToken cancellation);
}
