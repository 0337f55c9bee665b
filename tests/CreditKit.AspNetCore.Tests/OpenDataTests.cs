using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore.Tests;

public sealed class OpenDataTests : IDisposable
{
    private static readonly XNamespace s_sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-data").FullName;
    private readonly FakeClock _clock = new(Invented.Now);
    private SqlitePublicStore? _store;
    private long _position;

    public void Dispose()
    {
        _store?.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    [Trait("Requirement", "000-6")]
    public async Task Workbook_HoldsTheFilteredList_AsText()
    {
        await using var host = await ColumnHost.StartAsync(records: Invented.Records(0, 38).Prepend(Invented.Penalty(40) with { CounterpartName = "=1+1\u0001" }));
        var rows = Rows(await host.Client.GetByteArrayAsync("/shuanggongshi/data/penalties.xlsx?severity=general"));
        rows[0].ShouldContain("决定文书号");
        rows.Count.ShouldBe(1 + 33);
        rows.SelectMany(r => r).ShouldContain("=1+1");
        rows.Skip(1).ShouldAllBe(r => r.Contains("一般"));
    }

    [Fact]
    public async Task Workbook_GoesOn_InAnotherSheet()
    {
        using var output = new MemoryStream();
        var table = new DataTable(["一"], Enumerable.Range(0, 25).Select(i => new[] { $"第{i}行" }));
        (await XlsxExport.WriteAsync(output, table, "表", () => default, largest: 10)).ShouldBe(25);
        using var zip = new ZipArchive(new MemoryStream(output.ToArray()));
        zip.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ShouldBe(3);
        zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) || e.FullName.EndsWith(".rels", StringComparison.Ordinal)).ShouldAllBe(e => XDocument.Load(e.Open()).Root != null);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("jsonl")]
    [Trait("Requirement", "004-10")]
    public async Task CompleteFile_HoldsTheWholeFacts_ThatAListCuts(string format)
    {
        await using var host = await ColumnHost.StartAsync(records: [Invented.Penalty(3)]);
        var facts = Invented.Penalty(3).Fields.First(f => f.Id == "ViolationFacts").Value;
        facts.Length.ShouldBeGreaterThan(1000);
        var bytes = await host.Client.GetByteArrayAsync($"/shuanggongshi/data/penalties.{format}?fields=all");
        (format == "xlsx" ? string.Join('\n', Rows(bytes).SelectMany(r => r)) : System.Text.Encoding.UTF8.GetString(bytes)).ShouldContain(facts);
    }

    [Fact]
    [Trait("Requirement", "000-6")]
    public async Task Dump_CarriesItsManifest_WithRightChecksums()
    {
        Fill([.. Invented.Records(20, 12), Invented.License(90) with { Id = "zhangRecord", NaturalPerson = true, CounterpartName = "张**" }]);
        await using var host = await StartAsync();
        using var zip = new ZipArchive(new MemoryStream(await host.Client.GetByteArrayAsync("/shuanggongshi/data/full.zip")));
        var manifest = JsonDocument.Parse(Read(zip, "manifest.json")).RootElement;
        var files = manifest.GetProperty("files").EnumerateArray().ToList();
        files.Select(f => f.GetProperty("name").GetString()).ShouldBe(["licenses.csv", "penalties.csv", "records.jsonl", "dictionary.json"], ignoreOrder: true);
        foreach (var file in files)
        {
            var bytes = Read(zip, file.GetProperty("name").GetString()!);
            bytes.Length.ShouldBe(file.GetProperty("bytes").GetInt32());
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file.GetProperty("sha256").GetString());
            System.Text.Encoding.UTF8.GetString(bytes).ShouldNotContain("zhangRecord");
        }

        files.Single(f => f.GetProperty("name").GetString() == "records.jsonl").GetProperty("rows").GetInt64().ShouldBe(32);

        // And the token goes on from there.
        var token = manifest.GetProperty("token").GetString();
        (await ChangesAsync(host, token)).Records.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-27")]
    public async Task Increment_TellsWhatCame_WhatWent_AndWhatEnded()
    {
        Fill(Invented.Records(3, 3));
        await using var host = await StartAsync();
        var start = (await ChangesAsync(host, null)).Token;

        Apply(new() { Id = "x900LicAbCdEfGhIj", Arrival = 900, Revision = 1, Sequence = ++_position, Record = Invented.License(0) with { Id = "x900LicAbCdEfGhIj" } });
        Apply(new() { Id = "y001PenAbCdEfGhIj", Arrival = 5, Revision = 2, Sequence = ++_position });
        var first = await ChangesAsync(host, start);
        first.Records.ShouldBe(["x900LicAbCdEfGhIj"]);
        first.Gone.ShouldBe(["y001PenAbCdEfGhIj"]);
        (await ChangesAsync(host, first.Token)).ShouldSatisfyAllConditions(c => c.Records.ShouldBeEmpty(), c => c.Gone.ShouldBeEmpty());

        // A period ends without anything being written; two days later the row is swept, and its tombstone stays.
        _clock.Now = new DateTimeOffset(2027, 11, 12, 0, 0, 1, TimeSpan.FromHours(8));
        (await ChangesAsync(host, first.Token)).Gone.ShouldContain("y000PenAbCdEfGhIj");
        _clock.Now = _clock.Now.AddDays(3);
        _store!.Sweep(new DateOnly(2027, 11, 14), 100).ShouldBe(1);
        (await ChangesAsync(host, first.Token)).Gone.ShouldContain("y000PenAbCdEfGhIj");
    }

    [Fact]
    public async Task Increments_InPieces_GiveEverythingOnce_AndAWrongTokenIsRefused()
    {
        Fill([]);
        await using var host = await StartAsync();
        var token = (await ChangesAsync(host, null)).Token;
        foreach (var i in Enumerable.Range(0, 57)) Apply(new() { Id = Invented.License(i).Id, Arrival = i + 1, Revision = 1, Sequence = ++_position, Record = Invented.License(i) });
        var ids = new List<string>();
        Increment answer;
        do
        {
            answer = await ChangesAsync(host, token, 10);
            ids.AddRange(answer.Records);
            token = answer.Token;
        }
        while (answer.More);
        ids.Distinct().Count().ShouldBe(57);

        foreach (var wrong in new[] { "abc", new string('A', 32), token[..^1] + "%20" })
            (await host.GetAsync("/shuanggongshi/api/v1/changes?since=" + wrong)).StatusCode.ShouldBe(HttpStatusCode.Gone, wrong);
    }

    [Fact]
    public async Task RebuiltStore_SendsOldTokensBackToTheWholeFile()
    {
        Fill(Invented.Records(2, 2));
        await using var host = await StartAsync();
        var token = (await ChangesAsync(host, null)).Token;
        using (var beside = _store!.Beside())
        {
            beside.Apply(beside.Prepare([]), 0, _position);
            beside.Complete("test");
            _store.Take(beside);
        }

        (await host.GetAsync("/shuanggongshi/api/v1/changes?since=" + token)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Statistics_OfTheStore_AgreeWithACountOfTheRows()
    {
        Fill([.. Invented.Records(60, 50), Invented.License(1) with { Id = "undated", DecisionDate = null }]);
        using var query = new SqlitePublicQuery(Path.Combine(_folder, "public.db"), _clock);
        var cells = query.Statistics();
        cells.ShouldBe(((IPublicQuery)new Counted(query)).Statistics());
        cells.Sum(c => c.Count).ShouldBe(query.List(new(), null, 1).Total);
        cells.ShouldContain(c => c.Month == null && c.Count == 1);
        await using var host = await StartAsync();
        (await host.TextAsync("/shuanggongshi/data/statistics.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(cells.Count + 1);
        var api = JsonDocument.Parse(await host.TextAsync("/shuanggongshi/api/v1/statistics")).RootElement;
        api.GetProperty("total").GetInt64().ShouldBe(cells.Sum(c => c.Count));
    }

    [Fact]
    public async Task StatisticsPage_DrawsAndTells_TheSameFigures()
    {
        await using var host = await ColumnHost.StartAsync();
        var page = await host.TextAsync("/shuanggongshi/statistics");
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        var chart = document.QuerySelector("svg[aria-label^='行政处罚']")!;
        chart.QuerySelectorAll("rect").Length.ShouldBe(12);
        var november = chart.QuerySelectorAll("text.v")[11].TextContent;
        var row = document.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("2026-11"));
        row.QuerySelectorAll("td")[2].TextContent.ShouldBe(november);
        chart.GetAttribute("aria-label")!.ShouldContain($"2026年11月 {november} 条");

        // Several agencies: each has statistics of its own.
        var link = document.QuerySelectorAll("table[aria-labelledby=by-authority] a").First(a => a.TextContent.Contains("云岭区")).GetAttribute("href")!;
        (await host.TextAsync(link)).ShouldContain("数据统计：青禾市云岭区市场监督管理局");
    }

    [Fact]
    [Trait("Requirement", "000-10")]
    public async Task Dictionary_ExplainsEveryColumn_AsPageAndAsJson()
    {
        await using var host = await ColumnHost.StartAsync();
        var page = await host.TextAsync("/shuanggongshi/data/dictionary");
        var json = JsonDocument.Parse(await host.TextAsync("/shuanggongshi/data/dictionary.json")).RootElement;
        foreach (var column in RecordColumns.All) page.ShouldContain(column.Meaning);
        foreach (var field in FieldDictionary.All) page.ShouldContain($"<code>{field.Id}</code>");
        json.GetProperty("fields").GetArrayLength().ShouldBe(FieldDictionary.All.Length);
        FieldDictionary.All.Select(f => f.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Sitemap_IsAnIndex_WhoseFilesNameEveryRecordOnce()
    {
        Fill([.. Invented.Records(30, 20), Invented.License(95) with { Id = "undated", DecisionDate = null }, Invented.License(96) with { Id = "person", NaturalPerson = true }]);
        await using var host = await StartAsync(o => o.PublicBaseUrl = new("https://www.qinghe.example"));
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var index = XDocument.Parse(await host.TextAsync("/shuanggongshi/sitemap.xml"));
        index.Root!.Name.ShouldBe(map + "sitemapindex");
        var addresses = new List<string>();
        foreach (var file in index.Descendants(map + "loc").Select(l => new Uri(l.Value).AbsolutePath))
            addresses.AddRange(XDocument.Parse(await host.TextAsync(file)).Descendants(map + "loc").Select(l => l.Value));
        addresses.ShouldBeUnique();
        addresses.Count(a => a.Contains("/records/")).ShouldBe(51);
        addresses.ShouldNotContain(a => a.Contains("person"));
        addresses.ShouldContain("https://www.qinghe.example/shuanggongshi/statistics");
        foreach (var nothing in new[] { "/sitemap-2026-13-1.xml", "/sitemap-2026-11-0.xml", "/sitemap-x-1.xml", "/sitemap-2026-11-99999.xml" })
            (await host.GetAsync("/shuanggongshi" + nothing)).StatusCode.ShouldBe(HttpStatusCode.NotFound, nothing);
    }

    [Fact]
    public async Task Manifest_NamesFilesThatExist()
    {
        Fill(Invented.Records(4, 3));
        await using var host = await StartAsync();
        var manifest = JsonDocument.Parse(await host.TextAsync("/shuanggongshi/data/manifest.json")).RootElement;
        var files = manifest.GetProperty("files").EnumerateArray().ToList();
        files.Count.ShouldBeGreaterThan(6);
        foreach (var file in files) (await host.GetAsync(file.GetProperty("url").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        manifest.GetProperty("token").GetString()!.Length.ShouldBe(32);
    }

    [Fact]
    [Trait("Requirement", "000-27")]
    public async Task Manifest_CountsTheRowsThatTheFilesHold()
    {
        Fill(WithPersons());
        await using var host = await StartAsync();
        var files = JsonDocument.Parse(await host.TextAsync("/shuanggongshi/data/manifest.json")).RootElement.GetProperty("files").EnumerateArray().ToList();
        foreach (var file in files.Where(f => f.GetProperty("format").GetString() == "jsonl"))
            file.GetProperty("rows").GetInt64().ShouldBe(Lines(await host.TextAsync(file.GetProperty("url").GetString()!)), file.GetProperty("url").GetString());
        files.Single(f => f.GetProperty("format").GetString() == "zip").GetProperty("rows").GetInt64().ShouldBe(27);
        using var zip = new ZipArchive(new MemoryStream(await host.Client.GetByteArrayAsync("/shuanggongshi/data/full.zip")));
        Lines(System.Text.Encoding.UTF8.GetString(Read(zip, "records.jsonl"))).ShouldBe(27);
    }

    [Theory]
    [InlineData("/licenses", "/licenses", 1)]
    [InlineData("/penalties", "/penalties", 1)]
    [InlineData("/search?q=食品", "/records?q=食品", 1)]
    [InlineData("/search?q=食品&kind=penalty", "/records?q=食品&kind=penalty", 1)]
    [InlineData("/search?q=张某", "/records?q=张某", 0)]
    [InlineData("/search?counterpart=natural-person", "/records?counterpart=natural-person", 0)]
    [InlineData("/search?counterpart=organization", "/records?counterpart=organization", 1)]
    [Trait("Requirement", "000-27")]
    public async Task DownloadsOfAList_SayWhatTheyLeaveOut(string page, string file, int offered)
    {
        Fill(WithPersons());
        await using var host = await StartAsync(o => o.PageSize = 5);
        var html = await host.TextAsync("/shuanggongshi" + page);
        var held = Lines(await host.TextAsync("/shuanggongshi/data" + file.Replace("?", ".jsonl?", StringComparison.Ordinal) + (file.Contains('?') ? "" : ".jsonl")));
        var shown = int.Parse(System.Text.RegularExpressions.Regex.Match(html, "共 ([0-9]+) 条").Groups[1].Value);
        shown.ShouldBeGreaterThan(0);
        html.Contains("下载以上结果").ShouldBe(offered == 1);
        if (shown == held) html.ShouldNotContain("不含自然人");
        else if (held > 0) html.ShouldContain($"（不含自然人的信息 {shown - held} 条）：");
        else html.ShouldContain("自然人的信息，只在页面上公示，不提供下载");
        (held > 0).ShouldBe(offered == 1);
    }

    [Fact]
    public async Task DownloadsOfAList_SayThatTheyLeaveOut_WithoutANumber_WhereNobodyCounts()
    {
        await using var host = await ColumnHost.StartAsync();
        host.Query.CountsPersons = false;
        (await host.TextAsync("/shuanggongshi/search?q=食品")).ShouldContain("下载以上结果（不含自然人的信息）：");
        (await host.TextAsync("/shuanggongshi/data")).ShouldNotContain("与页面相同");
    }

    [Theory]
    [InlineData(null, "表格和接口")]
    [InlineData("https://www.qinghe.example", "表格、订阅和接口")]
    public async Task FrontPage_PromisesFeeds_WhereThereAreSome(string? address, string says)
    {
        await using var host = await ColumnHost.StartAsync(o => o.PublicBaseUrl = address is null ? null : new(address));
        (await host.TextAsync("/shuanggongshi")).ShouldContain($">{says}<");
        var data = await host.TextAsync("/shuanggongshi/data");
        data.Contains("/licenses/feed.xml\"").ShouldBe(address is not null);
        data.Contains("<h2>订阅</h2>").ShouldBe(address is not null);
        data.Contains("的文件、订阅和接口").ShouldBe(address is not null);
    }

    // A natural person, and an individual business without a code: it is shown as one although its category is another.
    private static PublicRecord[] WithPersons() =>
    [
        .. Invented.Records(15, 12),
        Invented.License(90) with { Id = "personAAAAAAAAAA", NaturalPerson = true, CounterpartKind = Records.CounterpartKind.NaturalPerson, CounterpartCode = null, CounterpartName = "张某" },
        Invented.Penalty(91) with { Id = "personBBBBBBBBBB", NaturalPerson = true, CounterpartKind = Records.CounterpartKind.SoleTrader, CounterpartCode = null, CounterpartName = "张某", Summary = "经营超过保质期的食品" },
    ];

    private static int Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private static List<List<string>> Rows(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return [.. XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).Descendants(s_sheet + "row").Select(r => r.Elements(s_sheet + "c").Select(c => c.Value).ToList())];
    }

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var bytes = new MemoryStream();
        using var entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task<Increment> ChangesAsync(ColumnHost host, string? since, int size = 100)
    {
        var json = JsonDocument.Parse(await host.TextAsync($"/shuanggongshi/api/v1/changes?size={size}" + (since is null ? "" : "&since=" + since))).RootElement;
        return new(json.GetProperty("token").GetString()!, json.GetProperty("more").GetBoolean(),
            [.. json.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)], [.. json.GetProperty("gone").EnumerateArray().Select(g => g.GetString()!)]);
    }

    private Task<ColumnHost> StartAsync(Action<ShuangGongShiOptions>? options = null) => ColumnHost.StartAsync(options, b =>
        b.Services.AddSingleton<IPublicQuery>(_ => new SqlitePublicQuery(Path.Combine(_folder, "public.db"), _clock)));

    private void Fill(IReadOnlyList<PublicRecord> records)
    {
        _store = new(Path.Combine(_folder, "public.db"), _clock);
        var changes = records.Select((r, i) => new PublicChange { Id = r.Id, Arrival = i + 1, Revision = r.Revision, Sequence = i + 1, Record = r }).ToList();
        _store.Apply(_store.Prepare(changes), 0, records.Count).ShouldBeTrue();
        _position = records.Count;
        _store.Complete("test");
    }

    private void Apply(PublicChange change) => _store!.Apply(_store.Prepare([change]), _position - 1, _position).ShouldBeTrue();

    private sealed record Increment(string Token, bool More, IReadOnlyList<string> Records, IReadOnlyList<string> Gone);

    /// <summary>Counts by walking the rows, as a store without a way of its own does.</summary>
    private sealed class Counted(IPublicQuery inner) : IPublicQuery
    {
        public bool IsReady => inner.IsReady;

        public long Version => inner.Version;

        public DateTimeOffset? NextBoundary => inner.NextBoundary;

        public PublicOverview Overview() => inner.Overview();

        public PublicPage List(PublicFilter filter, string? cursor, int size) => inner.List(filter, cursor, size);

        public PublicFacets Facets(PublicFilter filter) => inner.Facets(filter);

        public PublicLookup Find(string publicId) => inner.Find(publicId);

        public IReadOnlyList<WithdrawalNotice> Notices(int limit) => inner.Notices(limit);
    }
}
