using System.Net;
using System.Text;
using CreditKit.AspNetCore.Tests.Support;
using Xunit.Abstractions;

namespace CreditKit.AspNetCore.Tests;

/// <summary>What anyone may send: no fault of the server, no trace of its inside, nothing echoed as markup.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Requests = 1000;
    private static readonly string[] Parts = ["licenses", "penalties", "search", "records", "subjects", "api", "v1", "data", "assets", "feed.xml", "..", "%2e%2e", "%00", "%ff", "%c0%af", "\\", ";", "y000PenAbCdEfGhIj", "openapi.json", "<svg onload=1>", "食品", "\uD83D\uDE00", "{{x}}", "a.csv"];
    private static readonly string[] Names = ["q", "kind", "authority", "category", "severity", "status", "counterpart", "from", "to", "c", "cursor", "p", "size", "type", "q[]", "__proto__", ""];
    private static readonly string[] Values = ["", "1", "-1", "0", "99999999999999999999", "2026-02-30", "2026-07-01", "serious", "0x10", "'", "\"", "<script>alert(1)</script>", "\0", "\u202E", "食品", "%", "%zz", "large", "license", "9999-12-31", "0001-01-01", "*", "AND", "\uD83D", "é", "ﷺ"];
    private static readonly string[] Methods = ["GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "TRACE", "PATCH", "FOO"];

    [Fact]
    public async Task AnyRequest_GetsAnAnswer_ThatGivesNothingAway()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var host = await ColumnHost.StartAsync();
        for (var i = 0; i < Requests; i++)
        {
            var path = "/shuanggongshi/" + string.Join('/', Enumerable.Range(0, random.Next(0, 4)).Select(_ => Pick(Parts).Replace("<", "%3C").Replace(">", "%3E").Replace(" ", "%20")))
                + (random.Next(3) == 0 ? "" : "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(Names) + "=" + (random.Next(8) == 0 ? Noise() : Uri.EscapeDataString(Pick(Values))))));
            using var request = new HttpRequestMessage(new HttpMethod(Pick(Methods)), path);
            if (random.Next(4) == 0) request.Headers.TryAddWithoutValidation("If-None-Match", Pick(["*", "\"", "W/\"x\"", "\"a\", \"b\""]));
            if (random.Next(4) == 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", Pick(["br;q=0", "*", "gzip;q=", ";;;,", "BR"]));
            using var response = await host.Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).ShouldBeLessThan(500, $"{request.Method} {path}");
            text.ShouldNotContain("   at ", Case.Sensitive, path);
            if (response.Content.Headers.ContentType?.MediaType == "text/html") text.ShouldNotContain("<script>alert");
        }

        (await host.GetAsync("/shuanggongshi")).StatusCode.ShouldBe(HttpStatusCode.OK);

        string Pick(string[] of) => of[random.Next(of.Length)];
        string Noise()
        {
            var text = new StringBuilder();
            for (var n = random.Next(1, 300); n > 0; n--) text.Append('%').Append(random.Next(256).ToString("x2"));
            return text.ToString();
        }
    }
}
