using System.Net;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

public class PagesTests
{
    [Theory]
    [InlineData("/shuanggongshi", "行政许可和行政处罚信息公示")]
    [InlineData("/shuanggongshi/", "行政许可和行政处罚信息公示")]
    [InlineData("/shuanggongshi/licenses", "准予食品经营许可")]
    [InlineData("/shuanggongshi/penalties", "青市监罚〔2026〕300号")]
    [InlineData("/shuanggongshi/search?q=食品", "<mark>食品</mark>")]
    [InlineData("/shuanggongshi/records/y000PenAbCdEfGhIj", "救济渠道")]
    [InlineData("/shuanggongshi/subjects/91000000MA0ABCD000", "青禾市麦香园食品有限公司")]
    [InlineData("/shuanggongshi/withdrawn", "目前没有撤下公告")]
    [InlineData("/shuanggongshi/remedy", "异议申请")]
    [InlineData("/shuanggongshi/about", "七个工作日")]
    [InlineData("/shuanggongshi/data", "数据字典")]
    [InlineData("/shuanggongshi/privacy", "个人信息保护法")]
    [Trait("Requirement", "000-17")]
    [Trait("Requirement", "000-12")]
    public async Task Page_Answers_WithItsContent(string path, string expected)
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync(path)).ShouldContain(expected);
    }

    [Fact]
    [Trait("Requirement", "001-23")]
    [Trait("Requirement", "001-25")]
    [Trait("Requirement", "001-26")]
    public async Task RemedyPage_TellsHowToRepair_FromTheEditionOfTheDay()
    {
        await using var host = await ColumnHost.StartAsync();
        var page = await host.TextAsync("/shuanggongshi/remedy");
        foreach (var said in new[] { "信用中国网站", "最早日期", "已履行法定义务的证明材料、信用修复承诺书", "收到申请后 3 个工作日", "不收费", "国家发展改革委令第36号" }) page.ShouldContain(said);
    }

    [Fact]
    [Trait("Requirement", "000-29")]
    public async Task Record_NamesTheAgencyThatAnswersForIt()
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync("/shuanggongshi/records/y000PenAbCdEfGhIj")).ShouldContain("处罚机关");
        (await host.TextAsync("/shuanggongshi/about")).ShouldContain("公示内容由作出决定的机关负责");
    }

    [Fact]
    [Trait("Requirement", "004-18")]
    public async Task SeveralAgencies_StandInOneColumn_EachWithItsListAndItsFigures()
    {
        await using var host = await ColumnHost.StartAsync();
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await host.TextAsync("/shuanggongshi/penalties"));
        page.QuerySelectorAll("#f-authority option").Select(o => o.GetAttribute("value")).ShouldBe(["", "青禾市市场监督管理局", "青禾市云岭区市场监督管理局"], ignoreOrder: true);

        var county = "?authority=" + Uri.EscapeDataString("青禾市云岭区市场监督管理局");
        var list = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await host.TextAsync("/shuanggongshi/penalties" + county));
        list.QuerySelector(".sgs-result p")!.TextContent.ShouldStartWith("共 9 条");
        list.QuerySelectorAll(".sgs-chips a").ShouldHaveSingleItem().TextContent.ShouldContain("云岭区市场监督管理局");
        (await host.TextAsync("/shuanggongshi/statistics" + county)).ShouldContain("青禾市云岭区市场监督管理局");
        (await host.TextAsync("/shuanggongshi/data/penalties.csv" + county)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(10);
        (await host.TextAsync("/shuanggongshi/api/v1/records" + county)).ShouldContain("\"total\":9");
    }

    [Fact]
    public async Task UnknownAddress_GetsThePageOfItsOwn()
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync("/shuanggongshi/nothing/here", HttpStatusCode.NotFound)).ShouldContain("没有这个页面");
    }
}
