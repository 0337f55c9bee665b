using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace CreditKit.Benchmarks.Column;

/// <summary>
/// What anyone may send: random paths, queries, headers, cursors and form bodies. No answer is a fault of the server, shows
/// its inside, or gives back as markup what was sent.
/// </summary>
internal static class FuzzProof
{
    private const string Marker = "<sgs-probe onload=1>";
    private const int AtOnce = 8;
    private static readonly string[] s_parts =
    [
        "licenses", "penalties", "search", "records", "subjects", "api", "v1", "data", "assets", "feed.xml", "feed.json", "full.zip", "records.xlsx", "penalties.csv", "licenses.jsonl", "manifest.json",
        "dictionary", "statistics", "changes", "overview", "notices", "openapi.json", "openapi-3.0.json", "embed", "screen", "lists", "commitments", "privacy", "withdrawn", "remedy", "about", "objection", "enquiry",
        "repair", "personal-information", "case", "cases", "sitemap.xml", "sitemap-2026-11-1.xml", "sitemap-undated-1.xml", "..", "%2e%2e", "%00", "%ff", "%c0%af", "%5c", ";", "%3Csgs-probe%20onload=1%3E",
        "%E9%A3%9F%E5%93%81", "%F0%9F%98%80", "%7B%7Bx%7D%7D", "y000PenAbCdEfGhIj", "91000000MA0ABCD000",
    ];

    private static readonly string[] s_names = ["q", "kind", "authority", "category", "severity", "status", "counterpart", "from", "to", "c", "cursor", "p", "size", "type", "fields", "since", "pause", "record", "q[]", "__proto__", ""];
    private static readonly string[] s_values =
    [
        "", "1", "-1", "0", "99999999999999999999", "2026-02-30", "2026-07-01", "serious", "0x10", "'", "\"", Marker, "\"" + Marker, "'" + Marker, "</title>" + Marker, "\0", "\u202E", "食品", "%", "large", "all", "license",
        "9999-12-31", "0001-01-01", "*", "AND", "NEAR(", "\uD83D", "é", "ﷺ", "AAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "javascript:alert(1)", "{{Title}}", "${7*7}",
    ];

    private static readonly string[] s_fields = ["number", "grounds", "statement", "wish", "name", "phone", "email", "secret", "record", "right", "commitment", "once", "papers", "x"];
    private static readonly string[] s_files = ["a.pdf", "sgs-probe onload=1.png", "食品.pdf", "../../x.pdf", "a.exe", "."];
    private static readonly string[] s_methods = ["GET", "GET", "GET", "GET", "HEAD", "POST", "POST", "OPTIONS", "TRACE", "PATCH", "DELETE", "FOO"];
    private static readonly string[] s_headers = ["*", "\"", "W/\"x\"", "\"a\", \"b\"", "br;q=0", "gzip;q=", ";;;,", "BR", "é", Marker, "text/html;q=0.1", "bytes=0-1", "Thu, 01 Jan 1970 00:00:00 GMT"];

    /// <summary>Sends that many requests; what was wrong, at most a few.</summary>
    public static async Task<IReadOnlyCollection<string>> RunAsync(HttpClient client, string root, int requests, int seed)
    {
        var faults = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, cancellation) =>
        {
            if (faults.Count > 20) return;
            var random = new Random(HashCode.Combine(seed, n));
            using var request = Make(random, root);
            var what = $"{n}: {request.Method} {request.RequestUri}";
            try
            {
                using var response = await client.SendAsync(request, cancellation);
                var text = await response.Content.ReadAsStringAsync(cancellation);
                if ((int)response.StatusCode >= 500) faults.Enqueue($"{(int)response.StatusCode} {what}");
                if (text.Contains("   at CreditKit.", StringComparison.Ordinal) || text.Contains("   at Microsoft.", StringComparison.Ordinal) || text.Contains("Exception:", StringComparison.Ordinal)) faults.Enqueue("stack trace " + what);
                if (response.Content.Headers.ContentType?.MediaType == "text/html" && text.Contains("<sgs-probe", StringComparison.OrdinalIgnoreCase)) faults.Enqueue("echo " + what);
            }
            catch (HttpRequestException e) when (e.StatusCode is null)
            {
                // Kestrel refuses a request that is none; that is an answer too.
            }
        });
        return faults;
    }

    private static HttpRequestMessage Make(Random random, string root)
    {
        var path = root + "/" + string.Join('/', Enumerable.Range(0, random.Next(0, 4)).Select(_ => Pick(s_parts)))
            + (random.Next(3) == 0 ? "" : "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Uri.EscapeDataString(Pick(s_names)) + "=" + (random.Next(8) == 0 ? Noise() : Uri.EscapeDataString(Pick(s_values))))));
        var request = new HttpRequestMessage(new HttpMethod(Pick(s_methods)), new Uri(path, UriKind.Relative));
        foreach (var header in new[] { "If-None-Match", "Accept-Encoding", "Accept", "Range", "If-Modified-Since", "X-Forwarded-Prefix", "X-Forwarded-Host", "Referer" })
            if (random.Next(6) == 0) request.Headers.TryAddWithoutValidation(header, Pick(s_headers));
        if (request.Method == HttpMethod.Post) request.Content = Body();
        return request;

        HttpContent Body()
        {
            switch (random.Next(5))
            {
                case 0:
                    var form = new MultipartFormDataContent();
                    for (var n = random.Next(0, 8); n > 0; n--) form.Add(new StringContent(Pick(s_values)), Pick(s_fields));
                    if (random.Next(2) == 0) form.Add(new ByteArrayContent(Bytes(random.Next(0, 3000))), "papers", Pick(s_files));
                    return form;
                case 1:
                    var broken = new ByteArrayContent(Bytes(random.Next(0, 500)));
                    broken.Headers.ContentType = MediaTypeHeaderValue.Parse(random.Next(2) == 0 ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded");
                    return broken;
                case 2:
                    return new StringContent(Pick(s_values), Encoding.UTF8, "application/json");
                default:
                    return new FormUrlEncodedContent(Enumerable.Range(0, random.Next(0, 10)).Select(_ => KeyValuePair.Create(Pick(s_fields), Pick(s_values))));
            }
        }

        string Pick(string[] of) => of[random.Next(of.Length)];

        byte[] Bytes(int length)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            return bytes;
        }

        string Noise() => string.Concat(Bytes(random.Next(1, 300)).Select(b => $"%{b:x2}"));
    }
}
