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
    [InlineData("/shuanggongshi/data", "决定文书号")]
    [Trait("Requirement", "000-17")]
    [Trait("Requirement", "000-12")]
    public async Task Page_Answers_WithItsContent(string path, string expected)
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync(path)).ShouldContain(expected);
    }

    [Fact]
    public async Task UnknownAddress_GetsThePageOfItsOwn()
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync("/shuanggongshi/nothing/here", HttpStatusCode.NotFound)).ShouldContain("没有这个页面");
    }
}
