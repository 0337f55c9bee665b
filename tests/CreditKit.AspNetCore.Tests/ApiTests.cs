using System.Net;
using System.Text.Json;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

public class ApiTests
{
    [Fact]
    [Trait("Requirement", "000-6")]
    public async Task Cursors_WalkThroughAllRecords_EachOnce()
    {
        await using var host = await ColumnHost.StartAsync();
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = JsonDocument.Parse(await host.TextAsync($"/shuanggongshi/api/v1/records?size=10{(cursor is null ? "" : "&cursor=" + cursor)}")).RootElement;
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        ids.Count.ShouldBe(83);
        ids.ShouldBeUnique();
    }

    [Theory]
    [InlineData("kind=all", "kind")]
    [InlineData("from=2026/7/1", "年-月-日")]
    [InlineData("severity=minor", "slight")]
    [InlineData("size=1000", "100")]
    [InlineData("size=abc", "100")]
    [InlineData("cursor=damaged", "cursor")]
    [InlineData("pageSize=2", "没有参数 pageSize，这个接口的参数有 q、kind")]
    [InlineData("page=abc", "没有参数 page，")]
    [InlineData("size=5&size=6", "参数 size 只能写一次")]
    [InlineData("q=食品+一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "每个关键词应为 1 到 40 个字")]
    public async Task WrongParameter_IsExplainedInChinese(string query, string says)
    {
        await using var host = await ColumnHost.StartAsync();
        using var response = await host.GetAsync("/shuanggongshi/api/v1/records?" + query);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("title").GetString().ShouldBe("参数有误");
        problem.GetProperty("detail").GetString()!.ShouldContain(says);
    }

    [Theory]
    [InlineData("/api/v1/overview?since=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/records/y000PenAbCdEfGhIj?fields=all", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/subjects/91339700MA3131061P?q=食品", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/changes?token=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/records?q=一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", HttpStatusCode.OK)]
    [InlineData("/penalties?utm_source=portal", HttpStatusCode.OK)]
    public async Task UnknownParameter_IsRefusedByTheInterfaceAlone(string path, HttpStatusCode status)
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.GetAsync("/shuanggongshi" + path)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Document_BoundsTheParameters()
    {
        await using var host = await ColumnHost.StartAsync();
        var operation = JsonDocument.Parse(await host.TextAsync("/shuanggongshi/api/v1/openapi.json")).RootElement.GetProperty("paths").GetProperty("/shuanggongshi/api/v1/records").GetProperty("get");
        var schemas = operation.GetProperty("parameters").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("schema"));
        schemas.Keys.ShouldBe(ApiParameters.List, ignoreOrder: true);
        schemas["size"].GetProperty("type").GetString().ShouldBe("integer");
        schemas["size"].GetProperty("minimum").GetInt32().ShouldBe(1);
        schemas["size"].GetProperty("maximum").GetInt32().ShouldBe(100);
        foreach (var (name, count) in new[] { ("kind", 3), ("severity", 4), ("status", 2), ("counterpart", 3) }) schemas[name].GetProperty("enum").GetArrayLength().ShouldBe(count, name);
        schemas["q"].TryGetProperty("enum", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Record_GivesBothEnds()
    {
        await using var host = await ColumnHost.StartAsync();
        var record = JsonDocument.Parse(await host.TextAsync("/shuanggongshi/api/v1/records/y000PenAbCdEfGhIj")).RootElement;
        record.GetProperty("until").GetString().ShouldBe("2027-11-12");
        record.GetProperty("lastDay").GetString().ShouldBe("2027-11-11");
        record.GetProperty("severity").GetString().ShouldBe("general");
    }

    [Fact]
    public async Task UnknownRecord_IsAProblem()
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync("/shuanggongshi/api/v1/records/none", HttpStatusCode.NotFound)).ShouldContain("没有这条信息");
        (await host.TextAsync("/shuanggongshi/api/v1/none", HttpStatusCode.NotFound)).ShouldContain("没有这个接口");
    }

    [Fact]
    public async Task Document_DescribesTheInterface_AndNamesNoHost()
    {
        await using var host = await ColumnHost.StartAsync();
        var document = JsonDocument.Parse(await host.TextAsync("/shuanggongshi/api/v1/openapi.json")).RootElement;
        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        document.GetProperty("servers")[0].GetProperty("url").GetString().ShouldBe("/");
        document.GetProperty("paths").EnumerateObject().Select(p => p.Name).ShouldBe(
        [
            "/shuanggongshi/api/v1/overview", "/shuanggongshi/api/v1/records", "/shuanggongshi/api/v1/records/{id}", "/shuanggongshi/api/v1/subjects/{code}", "/shuanggongshi/api/v1/notices", "/shuanggongshi/api/v1/statistics", "/shuanggongshi/api/v1/changes", "/shuanggongshi/api/v1/catalogue",
        ], ignoreOrder: true);
    }

    [Fact]
    [Trait("Requirement", "000-27")]
    public async Task NaturalPersons_LeaveInNoFile()
    {
        var person = Invented.License(0) with { NaturalPerson = true, CounterpartCode = null, CounterpartName = "张**" };
        await using var host = await ColumnHost.StartAsync(o => o.PublicBaseUrl = new("https://www.qinghe.example"), records: [person, Invented.License(1)]);
        foreach (var path in new[] { "/data/licenses.csv", "/data/licenses.jsonl", "/licenses/feed.xml", "/licenses/feed.json", "/sitemap-2026-11-1.xml", "/data/records.jsonl?fields=all" })
        {
            var text = await host.TextAsync("/shuanggongshi" + path);
            text.ShouldContain(Invented.License(1).Id);
            text.ShouldNotContain(person.Id);
        }

        var page = await host.TextAsync("/shuanggongshi/records/" + person.Id);
        page.ShouldContain("noindex");
        page.ShouldNotContain("ld+json");
    }

    [Theory]
    [InlineData("/penalties/feed.xml")]
    [InlineData("/licenses/feed.json")]
    [InlineData("/sitemap.xml")]
    public async Task Feeds_NeedAPublicAddress_AndSaySo(string path)
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync("/shuanggongshi" + path, HttpStatusCode.NotFound)).ShouldContain("PublicBaseUrl");
    }

    [Fact]
    public async Task Download_HoldsTheFilteredList_Whole()
    {
        await using var host = await ColumnHost.StartAsync(records: Invented.Records(0, 38).Concat(Invented.Records(250, 0)));
        var csv = await host.TextAsync("/shuanggongshi/data/licenses.csv");
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(251);
        var lines = (await host.TextAsync("/shuanggongshi/data/penalties.jsonl?severity=serious")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(6);
        lines.ShouldAllBe(l => JsonDocument.Parse(l, default).RootElement.GetProperty("severity").GetString() == "serious");
    }
}
