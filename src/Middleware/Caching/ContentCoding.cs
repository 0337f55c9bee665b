using Microsoft.Extensions.Primitives;

namespace CreditKit.AspNetCore;

/// <summary>How a body is packed; the order is that of the tags and names kept for them.</summary>
internal enum ContentCoding
{
    Identity,
    Brotli,
    Gzip,
}

/// <summary>Reads Accept-Encoding.</summary>
internal static class ContentCodings
{
    public static ContentCoding Choose(StringValues accept)
    {
        var brotli = false;
        var gzip = false;
        foreach (var line in accept)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var item = line.AsSpan()[range].Trim();
                var name = item;
                var semicolon = item.IndexOf(';');
                if (semicolon >= 0)
                {
                    name = item[..semicolon].TrimEnd();
                    var weight = item[(semicolon + 1)..].Trim();
                    if (weight is "q=0" or "q=0.0" or "q=0.00" or "q=0.000") continue;
                }

                brotli |= name.Equals("br", StringComparison.OrdinalIgnoreCase);
                gzip |= name.Equals("gzip", StringComparison.OrdinalIgnoreCase);
            }
        }

        return brotli ? ContentCoding.Brotli : gzip ? ContentCoding.Gzip : ContentCoding.Identity;
    }
}
