using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

public class HttpTests
{
    [Theory]
    [InlineData("/shuanggongshi")]
    [InlineData("/shuanggongshi/penalties")]
    [InlineData("/shuanggongshi/records/y000PenAbCdEfGhIj")]
    [InlineData("/shuanggongshi/api/v1/records")]
    public async Task Answer_IsNotSentAgain_WhenTheVisitorHasIt(string path)
    {
        await using var host = await ColumnHost.StartAsync();
        using var first = await host.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task Answer_IsPackedAsAsked_WithATagOfItsOwn(string coding)
    {
        await using var host = await ColumnHost.StartAsync();
        var plain = await host.TextAsync("/shuanggongshi/penalties");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/shuanggongshi/penalties");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding));
        using var response = await host.Client.SendAsync(request);
        var body = await response.Content.ReadAsStreamAsync();
        await using Stream unpacked = coding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var reader = new StreamReader(unpacked);
        (await reader.ReadToEndAsync()).ShouldBe(plain);
        response.Headers.Vary.ShouldContain("Accept-Encoding");
        response.Headers.ETag!.IsWeak.ShouldBeFalse();
        if (coding != "identity") response.Headers.ETag.Tag.ShouldEndWith((coding == "br" ? "-br" : "-gz") + "\"");
    }

    [Fact]
    public async Task ListPage_IsUnderTenKilobytes_Compressed()
    {
        await using var host = await ColumnHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/shuanggongshi/penalties");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await host.Client.SendAsync(request);
        (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(10_240);
    }

    [Theory]
    [InlineData("/shuanggongshi/penalties")]
    [InlineData("/shuanggongshi/data/penalties.csv")]
    [InlineData("/shuanggongshi/nothing")]
    public async Task Head_AnswersAsGet_WithoutABody(string path)
    {
        await using var host = await ColumnHost.StartAsync();
        using var get = await host.GetAsync(path);
        using var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        head.StatusCode.ShouldBe(get.StatusCode);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST", "/shuanggongshi")]
    [InlineData("POST", "/shuanggongshi/penalties")]
    [InlineData("DELETE", "/shuanggongshi/records/y000PenAbCdEfGhIj")]
    [InlineData("PUT", "/shuanggongshi/api/v1/records")]
    [InlineData("POST", "/shuanggongshi/nothing")]
    public async Task OtherMethods_AreRefused(string method, string path)
    {
        await using var host = await ColumnHost.StartAsync();
        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldContain("GET");
    }

    [Theory]
    [InlineData("/shuanggongshi")]
    [InlineData("/shuanggongshi/nothing")]
    [InlineData("/shuanggongshi/api/v1/records")]
    [InlineData("/shuanggongshi/data/penalties.csv")]
    public async Task Answer_CarriesTheSecurityHeaders(string path)
    {
        await using var host = await ColumnHost.StartAsync();
        using var response = await host.GetAsync(path);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task ForgedHost_IsNowhereInAnAnswer()
    {
        await using var host = await ColumnHost.StartAsync(o => o.PublicBaseUrl = new("https://www.qinghe.example"));
        foreach (var path in new[] { "", "/api/v1/openapi.json", "/penalties", "/records/y000PenAbCdEfGhIj", "/penalties/feed.xml", "/sitemap.xml" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/shuanggongshi" + path);
            request.Headers.Host = "evil.example";
            request.Headers.Add("X-Forwarded-Host", "evil.example");
            request.Headers.Add("X-Forwarded-Prefix", "/evil");
            using var response = await host.Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await response.Content.ReadAsStringAsync()).ShouldNotContain("evil");
        }
    }

    [Fact]
    public async Task Asset_IsKeptForEver_OnlyUnderItsOwnHash()
    {
        await using var host = await ColumnHost.StartAsync();
        var html = await host.TextAsync("/shuanggongshi");
        var address = System.Text.RegularExpressions.Regex.Match(html, "href=\"([^\"]+column.css)\"").Groups[1].Value;
        using var current = await host.GetAsync(address);
        current.Headers.CacheControl!.ToString().ShouldContain("immutable");
        using var old = await host.GetAsync("/shuanggongshi/assets/0123456789ab/column.css");
        old.StatusCode.ShouldBe(HttpStatusCode.OK);
        old.Headers.CacheControl!.NoCache.ShouldBeTrue();
        using var none = await host.GetAsync("/shuanggongshi/assets/0123456789ab/secret.css");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task NotReady_Answers503_WithRetryAfter()
    {
        await using var host = await ColumnHost.StartAsync();
        host.Query.IsReady = false;
        foreach (var path in new[] { "", "/penalties", "/records/a", "/api/v1/records", "/data/penalties.csv" })
        {
            using var response = await host.GetAsync("/shuanggongshi" + path);
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, path);
            response.Headers.RetryAfter.ShouldNotBeNull();
        }

        host.Query.IsReady = true;
        (await host.TextAsync("/shuanggongshi")).ShouldContain("正在公示");
    }
}
