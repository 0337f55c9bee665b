namespace CreditKit.AspNetCore;

/// <summary>
/// How often one client may ask for what costs most. A client is the connection's remote address behind the host's
/// forwarded-headers middleware, IPv6 by /64. What is refused answers 429 with Retry-After.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Searches for words, on pages and by the interface, in a minute; 0: no limit.</summary>
    /// <value>Default 300.</value>
    public int SearchesPerMinute { get; set; } = 300;

    /// <summary>Files and increments in ten minutes; 0: no limit.</summary>
    /// <value>Default 120.</value>
    public int DownloadsPerTenMinutes { get; set; } = 120;

    /// <summary>Whether the limits also hold for loopback, where a proxy without forwarded headers makes all visitors one.</summary>
    /// <value>Default false.</value>
    public bool LimitLoopback { get; set; }
}
