using System.Net;
using AngleSharp.Html.Parser;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

/// <summary>The list that other portals embed, and the screen of a service hall.</summary>
public class SmallPagesTests
{
    [Fact]
    [Trait("Requirement", "004-6")]
    public async Task Embed_MayBeFramedElsewhere_AndHoldsNoScriptAndNoForm()
    {
        await using var host = await ColumnHost.StartAsync(o => o.PublicBaseUrl = new("https://www.qinghe.example"));
        using var response = await host.GetAsync("/shuanggongshi/embed/penalties");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors *");
        var document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        document.QuerySelectorAll("script, form, input, iframe").ShouldBeEmpty();
        document.QuerySelectorAll("a").ShouldAllBe(a => a.GetAttribute("target") == "_blank" && a.GetAttribute("href")!.StartsWith("/shuanggongshi/"));
        using var page = await host.GetAsync("/shuanggongshi/penalties");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'self'");

        var snippet = new HtmlParser().ParseDocument(await host.TextAsync("/shuanggongshi/data")).QuerySelector("textarea")!.TextContent;
        snippet.ShouldStartWith("<iframe src=\"https://www.qinghe.example/shuanggongshi/embed/licenses\"");
    }

    [Fact]
    [Trait("Requirement", "000-19")]
    public async Task Screen_TurnsThroughBothKinds_ByItself_AndCanBeHeld()
    {
        await using var host = await ColumnHost.StartAsync();
        var path = "/shuanggongshi/screen";
        var headings = new HashSet<string>();
        for (var i = 0; i < 12; i++)
        {
            using var response = await host.GetAsync(path);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
            headings.Add(document.QuerySelector("h2")!.TextContent);
            var refresh = response.Headers.GetValues("Refresh").Single();
            refresh.ShouldStartWith("20;url=/shuanggongshi/screen?p=");
            path = refresh["20;url=".Length..];
        }

        headings.ShouldBe(["行政许可", "行政处罚"], ignoreOrder: true);
        using var held = await host.GetAsync("/shuanggongshi/screen?p=2&pause=1");
        held.Headers.Contains("Refresh").ShouldBeFalse();
        (await held.Content.ReadAsStringAsync()).ShouldContain("继续轮播");
    }

    [Fact]
    public async Task Screen_OfAnEmptyColumn_SaysSo()
    {
        await using var host = await ColumnHost.StartAsync(records: []);
        (await host.TextAsync("/shuanggongshi/screen")).ShouldContain("目前没有正在公示的信息");
        (await host.TextAsync("/shuanggongshi/statistics")).ShouldContain("目前没有正在公示的信息");
        (await host.TextAsync("/shuanggongshi/embed/licenses")).ShouldContain("目前没有正在公示的信息");
    }
}
