using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace CreditKit.AspNetCore;

/// <summary>The limits of the column's costly answers.</summary>
internal sealed class ColumnGates(LimitOptions limits, TimeProvider time)
{
    private readonly ClientGate _search = new(limits.SearchesPerMinute, TimeSpan.FromMinutes(1), limits.LimitLoopback, time);
    private readonly ClientGate _download = new(limits.DownloadsPerTenMinutes, TimeSpan.FromMinutes(10), limits.LimitLoopback, time);

    /// <summary>Whether a search must wait; Retry-After is set.</summary>
    public bool RefusesSearch(HttpContext http) => Refuses(_search, http);

    /// <summary>Whether a download must wait; Retry-After is set.</summary>
    public bool RefusesDownload(HttpContext http) => Refuses(_download, http);

    private static bool Refuses(ClientGate gate, HttpContext http)
    {
        IPAddress? address = http.Connection.RemoteIpAddress;
        if (gate.Admits(address, out var wait)) return false;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return true;
    }
}
