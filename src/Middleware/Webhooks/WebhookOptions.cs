namespace CreditKit.AspNetCore;

/// <summary>
/// Tells another system of the agency (its WeChat account, its portal) when a record is published, changed or taken down.
/// The message holds ids and addresses, never a name or a text. Each is sent until it is answered with 2xx, in order, so
/// the receiver may get one twice and knows it by its delivery number.
/// </summary>
public sealed class WebhookOptions
{
    /// <summary>Where messages are posted, <c>https</c> (or <c>http</c> within the agency).</summary>
    public Uri? Url { get; set; }

    /// <summary>Signs each message (HMAC-SHA256 over time, dot and body, header <c>X-ShuangGongShi-Signature</c>); 16 characters at least.</summary>
    public string? Secret { get; set; }
}
