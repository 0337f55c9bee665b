using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CreditKit.AspNetCore;

/// <summary>Writes a finished answer: headers, negotiation, 304, HEAD.</summary>
internal static class ResponseWriter
{
    /// <summary>No inline script or style, nothing from elsewhere; pages may be framed by the agency's own site.</summary>
    internal const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private static readonly string?[] Codings = [null, "br", "gzip"];

    /// <summary>What every answer of the column carries.</summary>
    public static void Secure(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    public static Task WriteAsync(HttpContext context, StoredResponse stored, string cacheControl = "no-cache")
    {
        Secure(context);
        var response = context.Response;
        var coding = ContentCodings.Choose(context.Request.Headers.AcceptEncoding);
        var headers = response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ETag = stored.Tag(coding);
        if (stored.FrameAncestors is { } ancestors)
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy.Replace("frame-ancestors 'self'", "frame-ancestors " + ancestors, StringComparison.Ordinal);
            headers.Remove("Cross-Origin-Opener-Policy");
        }

        if (stored.Extra is { } extra) headers[extra.Name] = extra.Value;
        if (stored.Status == StatusCodes.Status200OK && Matches(context.Request.Headers.IfNoneMatch, stored))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = stored.Body(coding);
        response.StatusCode = stored.Status;
        response.ContentType = stored.ContentType;
        response.ContentLength = body.Length;
        if (Codings[(int)coding] is { } name) headers.ContentEncoding = name;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static bool Matches(StringValues ifNoneMatch, StoredResponse stored)
    {
        foreach (var line in ifNoneMatch)
        {
            if (line is null) continue;
            if (line == "*") return true;
            // A tag of any packing means that the visitor has this content.
            if (line.Contains(stored.Hash, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
