using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

/// <summary>网页标签规范 (国办发〔2017〕47号, annex): site tags on every page, column tags on lists, content tags on records.</summary>
public class TagsTests
{
    [Fact]
    [Trait("Requirement", "003-16")]
    public async Task Record_CarriesSiteColumnAndContentTags()
    {
        await using var host = await ColumnHost.StartAsync();
        var page = await Parse(host, "/records/y000PenAbCdEfGhIj");
        Tag(page, "SiteName").ShouldBe("青禾市发展和改革委员会");
        Tag(page, "SiteDomain").ShouldBe("fgw.qinghe.example");
        Tag(page, "SiteIDCode").ShouldBe("0000000001");
        Tag(page, "ColumnName").ShouldBe("行政处罚");
        Tag(page, "ColumnType").ShouldBe("信息公开");
        Tag(page, "ArticleTitle").ShouldBe("青禾市麦香园食品有限公司：经营标签不符合规定的预包装食品");
        Tag(page, "PubDate").ShouldBe("2026-11-15 16:20");
        Tag(page, "ContentSource").ShouldBe("青禾市市场监督管理局");
        Tag(page, "Url").ShouldBeNull("without a public address there is none to write");
        page.DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
    }

    [Fact]
    public async Task SiteTags_AreLeftToTheHost_WhereItWritesThem()
    {
        await using var host = await ColumnHost.StartAsync(o => o.Site.EmitSiteTags = false);
        var page = await Parse(host, "/licenses");
        Tag(page, "SiteName").ShouldBeNull();
        Tag(page, "ColumnName").ShouldBe("行政许可");
    }

    [Fact]
    public async Task LargeType_PersistsThroughLinksAndForms_WithoutScript()
    {
        await using var host = await ColumnHost.StartAsync();
        var page = await Parse(host, "/penalties?type=large");
        page.DocumentElement.ClassName.ShouldBe("sgs-large");
        page.QuerySelectorAll(".sgs-tabs a, .sgs-table a, .sgs-crumbs a").OfType<IHtmlAnchorElement>().Skip(1).ShouldAllBe(a => a.GetAttribute("href")!.Contains("type=large"));
        page.QuerySelectorAll("form").ShouldAllBe(f => f.QuerySelector("input[name=type][value=large]") != null);
        page.QuerySelector(".sgs-type")!.GetAttribute("href").ShouldBe("/shuanggongshi/penalties");
    }

    [Fact]
    public async Task Filters_AreListed_EachWithAWayToLiftIt()
    {
        await using var host = await ColumnHost.StartAsync();
        var page = await Parse(host, "/penalties?severity=serious&from=2026-01-01&q=施工");
        var chips = page.QuerySelectorAll(".sgs-chips a").ToDictionary(a => a.TextContent.Trim(' ', '×'), a => a.GetAttribute("href"));
        chips["严重程度：严重"].ShouldBe("/shuanggongshi/penalties?q=%E6%96%BD%E5%B7%A5&from=2026-01-01");
        chips["不早于 2026-01-01"].ShouldBe("/shuanggongshi/penalties?q=%E6%96%BD%E5%B7%A5&severity=serious");
        chips["关键词：施工"].ShouldBe("/shuanggongshi/penalties?severity=serious&from=2026-01-01");
    }

    [Fact]
    [Trait("Requirement", "000-24")]
    public async Task Penalty_ShowsSeverityPeriodAndEarliestRepair()
    {
        await using var host = await ColumnHost.StartAsync();
        var page = await Parse(host, "/records/y000PenAbCdEfGhIj");
        page.QuerySelector(".sgs-eyebrow")!.TextContent.ShouldContain("严重程度：一般");
        page.QuerySelector(".sgs-period")!.TextContent.ShouldContain("至 2027-11-11（还有 354 天）");
        page.QuerySelector(".sgs-bar-past")!.GetAttribute("width").ShouldBe("27");
        page.QuerySelector(".sgs-repair")!.TextContent.ShouldContain("最早可以在 2027-02-12 申请（还有 82 天）");
        page.QuerySelectorAll("[style]").ShouldBeEmpty("the policy allows no inline style");
    }

    [Theory]
    [InlineData("#0b4f9e", null)]
    [InlineData("#ffee00", "CK1606")]
    [InlineData("red", "CK1602")]
    [InlineData("#0b4f9;}", "CK1602")]
    public void Colour_IsTaken_OnlyWhenTextInItCanBeRead(string color, string? code)
    {
        if (code is null) ThemeColor.Css(color).ShouldContain("--sgs-blue:#0b4f9e;--sgs-blue-dark:#083b76;");
        else Should.Throw<CreditKitException>(() => ThemeColor.Css(color)).Code.ShouldBe(code);
    }

    private static async Task<IHtmlDocument> Parse(ColumnHost host, string path) => new HtmlParser().ParseDocument(await host.TextAsync("/shuanggongshi" + path));

    private static string? Tag(IHtmlDocument page, string name) => page.QuerySelector($"meta[name={name}]")?.GetAttribute("content");
}
