using AngleSharp.Html.Parser;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Desensitization;

namespace CreditKit.AspNetCore.Tests;

public class EncodingTests
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{Title}}&lt;`=1+1";

    /// <summary>A record whose every text is an attack, and which is in every list.</summary>
    private static PublicRecord Attack(PublicRecord record) => record with
    {
        CounterpartName = Hostile,
        DocumentNumber = Hostile,
        Title = Hostile,
        Summary = Hostile,
        Category = Hostile,
        AuthorityName = Hostile,
        Domain = Hostile,
        PeriodLine = Hostile,
        Fields = [.. record.Fields.Select(f => f with { Label = Hostile, Value = Hostile })],
    };

    [Theory]
    [InlineData("/shuanggongshi")]
    [InlineData("/shuanggongshi/licenses")]
    [InlineData("/shuanggongshi/penalties")]
    [InlineData("/shuanggongshi/search?q=alert")]
    [InlineData("/shuanggongshi/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&authority=%3Cscript%3E&category=%22onload=%22")]
    [InlineData("/shuanggongshi/records/y000PenAbCdEfGhIj")]
    [InlineData("/shuanggongshi/records/x000LicAbCdEfGhIj")]
    [InlineData("/shuanggongshi/subjects/91000000MA0ABCD000")]
    public async Task HostileText_ComesOutAsText_OnEveryPage(string path)
    {
        await using var host = await ColumnHost.StartAsync(records: [Attack(Invented.Penalty(0)), Attack(Invented.License(0))]);
        var html = await host.TextAsync(path);
        var document = new HtmlParser().ParseDocument(html);
        document.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])").ShouldBeEmpty();
        document.QuerySelectorAll("img").ShouldBeEmpty();
        document.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on"));
        html.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task HostileText_ComesOutWhole_InTheRecord()
    {
        await using var host = await ColumnHost.StartAsync(records: [Attack(Invented.Penalty(0))]);
        var document = new HtmlParser().ParseDocument(await host.TextAsync("/shuanggongshi/records/y000PenAbCdEfGhIj"));
        document.QuerySelector("h1")!.TextContent.ShouldBe(Hostile);
    }

    [Fact]
    public async Task HostileText_StaysData_InFeedsFilesAndInterface()
    {
        await using var host = await ColumnHost.StartAsync(o => o.PublicBaseUrl = new("https://www.qinghe.example"), records: [Attack(Invented.Penalty(0)) with { Summary = "\u0001\uD83D\uDE00" + Hostile }]);
        var feed = System.Xml.Linq.XDocument.Parse(await host.TextAsync("/shuanggongshi/penalties/feed.xml"));
        feed.Descendants("item").Single().Element("title")!.Value.ShouldBe(Hostile);
        var json = System.Text.Json.JsonDocument.Parse(await host.TextAsync("/shuanggongshi/api/v1/records"));
        json.RootElement.GetProperty("items")[0].GetProperty("counterpartName").GetString().ShouldBe(Hostile);
        (await host.TextAsync("/shuanggongshi/penalties/feed.json")).ShouldNotContain("<script>");
        (await host.TextAsync("/shuanggongshi/data/penalties.csv")).ShouldContain("\"\"\"'><script>");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("青禾\"市\"", "青禾\"\"市\"\"")]
    [InlineData("", "")]
    public void Cell_NeverStartsAFormula(string value, string expected) => CsvExport.Cell(value).ShouldBe(expected);

    [Fact]
    public async Task Chinese_IsWrittenAsUtf8_NotAsReferences()
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync("/shuanggongshi/penalties")).ShouldNotContain("&#x");
    }
}
