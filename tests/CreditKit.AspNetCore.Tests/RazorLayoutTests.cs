using System.Net;
using AngleSharp.Html.Parser;
using CreditKit.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore.Tests;

/// <summary>The column inside a Razor layout of the host.</summary>
public class RazorLayoutTests
{
    [Theory]
    [InlineData("/shuanggongshi", HttpStatusCode.OK)]
    [InlineData("/shuanggongshi/penalties?severity=general", HttpStatusCode.OK)]
    [InlineData("/shuanggongshi/records/y000PenAbCdEfGhIj", HttpStatusCode.OK)]
    [InlineData("/shuanggongshi/statistics", HttpStatusCode.OK)]
    [InlineData("/shuanggongshi/nothing", HttpStatusCode.NotFound)]
    [Trait("Requirement", "003-16")]
    public async Task EveryPage_StandsInTheHostsLayout_WithTheColumnsTags(string path, HttpStatusCode expected)
    {
        await using var host = await StartAsync();
        using var response = await host.GetAsync(path);
        response.StatusCode.ShouldBe(expected);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.Contains("Content-Security-Policy").ShouldBeFalse("the layout's own scripts count");
        response.Headers.Contains("X-Content-Type-Options").ShouldBeTrue();
        var document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        document.Title!.ShouldContain("门户");
        document.QuerySelector("body > header.portal").ShouldNotBeNull();
        document.QuerySelectorAll("main").Length.ShouldBe(1);
        document.QuerySelector("main .sgs-column h1").ShouldNotBeNull();
        document.QuerySelectorAll("head link[rel=stylesheet]").Length.ShouldBe(2);
        document.QuerySelector("head meta[name=SiteName]").ShouldNotBeNull();
        document.QuerySelector(".sgs-site, .sgs-foot").ShouldBeNull();
        document.QuerySelector(".portal-visitor")!.TextContent.ShouldBe(path.Split('?')[0], "the layout sees the request");
    }

    [Fact]
    public async Task ValuesOfRecords_StayEncoded_InTheLayout()
    {
        const string hostile = "\"'><script>alert(1)</script>@(1+1)";
        await using var host = await StartAsync([Invented.Penalty(0) with { CounterpartName = hostile, Title = hostile }]);
        var html = await host.TextAsync("/shuanggongshi/records/y000PenAbCdEfGhIj");
        html.ShouldNotContain("<script>alert");
        new HtmlParser().ParseDocument(html).QuerySelector("h1")!.TextContent.ShouldBe(hostile);
    }

    [Fact]
    public async Task FilesFeedsAndSmallPages_NeedNoLayout()
    {
        await using var host = await StartAsync();
        (await host.TextAsync("/shuanggongshi/embed/penalties")).ShouldNotContain("portal");
        (await host.TextAsync("/shuanggongshi/api/v1/overview")).ShouldStartWith("{");
    }

    private static Task<ColumnHost> StartAsync(IEnumerable<Desensitization.PublicRecord>? records = null) => ColumnHost.StartAsync(
        o => o.Look.RazorLayout = "/Host/_Portal.cshtml",
        b => b.Services.AddRazorPages().AddApplicationPart(typeof(RazorLayoutTests).Assembly),
        after: a => a.MapRazorPages(), records: records);
}
