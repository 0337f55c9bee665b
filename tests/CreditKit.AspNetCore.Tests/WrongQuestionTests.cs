using System.Net;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

/// <summary>A condition that cannot be read is said, never left out: a list without it would be a wrong list.</summary>
public class WrongQuestionTests
{
    [Theory]
    [InlineData("/search?from=2026-13-01", "“2026-13-01”", "href=\"#f-from\"")]
    [InlineData("/penalties?to=2026%2F7%2F1&q=食品", "“2026/7/1”", "href=\"#f-to\"")]
    [InlineData("/penalties?severity=minor", "specific-serious", "href=\"#f-severity\"")]
    [InlineData("/licenses?from=2026-07-02&to=2026-07-01", "起止颠倒", "href=\"#f-to\"")]
    [InlineData("/licenses?c=damaged&authority=x", "翻页位置无法识别", "href=\"/shuanggongshi/licenses?authority=x\"")]
    [Trait("Requirement", "000-10")]
    public async Task List_SaysWhatIsWrong_AndShowsNoRows(string path, string says, string leads)
    {
        await using var host = await ColumnHost.StartAsync();
        using var response = await host.GetAsync("/shuanggongshi" + path);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("没有查询，请先改正");
        page.ShouldContain(says);
        page.ShouldContain(leads);
        page.ShouldNotContain("sgs-table");
    }

    [Fact]
    public async Task List_KeepsWhatWasWritten_BesideTheFault()
    {
        await using var host = await ColumnHost.StartAsync();
        var page = await host.TextAsync("/shuanggongshi/penalties?q=食品&from=2026-13-01&to=2026-07-01", HttpStatusCode.BadRequest);
        page.ShouldContain("id=\"f-from\" type=\"text\" name=\"from\" value=\"2026-13-01\" aria-invalid=\"true\" aria-describedby=\"f-from-error\"");
        page.ShouldContain("id=\"f-to\" type=\"text\" name=\"to\" value=\"2026-07-01\"");
        page.ShouldContain("id=\"f-q\" type=\"search\" name=\"q\" value=\"食品\"");
    }

    [Theory]
    [InlineData("/data/penalties.csv?from=2026-13-01")]
    [InlineData("/data/records.xlsx?kind=all")]
    [InlineData("/data/licenses.jsonl?to=1")]
    [InlineData("/subjects/91000000MA0ABCD000?c=damaged")]
    public async Task DownloadOrSubject_IsRefused_RatherThanWrong(string path)
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync("/shuanggongshi" + path, HttpStatusCode.BadRequest)).ShouldContain("查询条件有误");
    }

    [Theory]
    [InlineData("/records?from=2026-07-02&to=2026-07-01", "起止颠倒")]
    [InlineData("/subjects/91000000MA0ABCD000?cursor=damaged", "cursor")]
    public async Task Interface_AnswersAProblem(string path, string says)
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync("/shuanggongshi/api/v1" + path, HttpStatusCode.BadRequest)).ShouldContain(says);
    }
}
