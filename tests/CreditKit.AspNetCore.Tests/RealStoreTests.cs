using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore.Tests;

/// <summary>The column over public.db as it is.</summary>
public sealed class RealStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-column").FullName;
    private readonly FakeClock _clock = new(Invented.Now);
    private SqlitePublicStore? _store;
    private long _position;

    public void Dispose()
    {
        _store?.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task Lists_SearchesAndRecords_AreServed()
    {
        Fill(Invented.Records(130, 30));
        await using var host = await StartAsync();
        (await host.TextAsync("/shuanggongshi")).ShouldContain("共 130 条");
        var first = await host.TextAsync("/shuanggongshi/licenses");
        first.ShouldContain("第 1 页，共 7 页");
        var next = System.Text.RegularExpressions.Regex.Match(first, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        (await host.TextAsync(WebUtility.HtmlDecode(next))).ShouldContain("第 2 页，共 7 页");
        (await host.TextAsync("/shuanggongshi/search?q=青市监罚[2026]300号")).ShouldContain("<mark>青市监罚〔2026〕300号</mark>");
        (await host.TextAsync("/shuanggongshi/search?q=餐飲&kind=license")).ShouldContain("云岭区老街口<mark>餐饮</mark>服务有限公司");
        (await host.TextAsync("/shuanggongshi/records/y000PenAbCdEfGhIj")).ShouldContain("救济渠道");
        (await host.TextAsync("/shuanggongshi/data/licenses.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(131);
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public async Task Withdrawal_IsSeen_AtTheNextRequest()
    {
        Fill(Invented.Records(3, 3));
        await using var host = await StartAsync();
        const string page = "/shuanggongshi/records/y000PenAbCdEfGhIj";
        await host.TextAsync(page);
        (await host.TextAsync("/shuanggongshi/penalties")).ShouldContain("青市监罚〔2026〕300号");
        _store!.ApplyNow(new()
        {
            Id = "y000PenAbCdEfGhIj",
            Arrival = 4,
            Revision = 2,
            Sequence = ++_position,
            Notice = new("y000PenAbCdEfGhIj", "青市监罚〔2026〕300号", "青禾市市场监督管理局", Invented.Now, "被依法撤销"),
            NoticeUntil = new(2027, 11, 22),
        });
        (await host.TextAsync(page, HttpStatusCode.Gone)).ShouldContain("被依法撤销");
        (await host.TextAsync("/shuanggongshi/penalties")).ShouldNotContain("青市监罚〔2026〕300号");
        (await host.TextAsync("/shuanggongshi/api/v1/records/y000PenAbCdEfGhIj", HttpStatusCode.Gone)).ShouldContain("被依法撤销");
        (await host.TextAsync("/shuanggongshi/withdrawn")).ShouldContain("被依法撤销");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("OR AND NOT")]
    [InlineData("name:青")]
    [InlineData("') UNION SELECT 1--")]
    [InlineData("\0\u0001")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("NEAR(食 品)")]
    [InlineData("^食")]
    public async Task WhatAVisitorTypes_IsNeverQuerySyntax(string text)
    {
        Fill(Invented.Records(5, 5));
        await using var host = await StartAsync();
        await host.TextAsync("/shuanggongshi/search?q=" + Uri.EscapeDataString(text));
        JsonDocument.Parse(await host.TextAsync("/shuanggongshi/api/v1/records?q=" + Uri.EscapeDataString(text)));
    }

    [Fact]
    [Trait("Requirement", "000-6")]
    public async Task CsvOfStoredBytes_IsThatOfTheRows()
    {
        string[] odd = ["=1+1", "＋86 公司", "“引号”\"甲\"有限公司", "@甲", "-乙", "\t丙", "𠮷野家餐饮有限公司", ""];
        Fill([.. Invented.Records(700, 40).Select((r, i) => r with
        {
            CounterpartName = i % 7 == 0 ? odd[i / 7 % odd.Length] : r.CounterpartName,
            Summary = i % 11 == 0 ? odd[i / 11 % odd.Length] : r.Summary,
            Category = i % 13 == 0 ? "=罚\"款\"" : r.Category,
            DecisionDate = i % 17 == 0 ? null : r.DecisionDate,
            NaturalPerson = i % 19 == 0,
        })]);
        using var query = new SqlitePublicQuery(Path.Combine(_folder, "public.db"), _clock);
        foreach (var filter in new PublicFilter[] { new(), new() { Kind = RecordKind.Penalty }, new() { Text = "有限公司" } })
        {
            var (rows, bytes) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
            var count = await CsvExport.WriteAsync(rows, DataTable.List(query, filter), () => default);
            (await CsvLines.WriteAsync(bytes, query, filter, () => default)).ShouldBe(count);
            Encoding.UTF8.GetString(bytes.WrittenSpan).ShouldBe(Encoding.UTF8.GetString(rows.WrittenSpan));
        }
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public void StretchLeftEarly_IsReadAnew_WithoutWhatWasWithdrawn()
    {
        Fill(Invented.Records(40, 40));
        using var query = new SqlitePublicQuery(Path.Combine(_folder, "public.db"), _clock);
        var whole = query.StreamRows(new()).Select(r => r.Id).ToList();
        var gone = whole[50];
        var seen = new List<string>();
        foreach (var lines in query.StreamLines(new()))
        {
            for (var i = 0; i < 7 && lines.Next(out var line); i++) seen.Add(Encoding.UTF8.GetString(line.Id));
            if (seen.Count == 49) _store!.ApplyNow(new() { Id = gone, Arrival = 1, Revision = 2, Sequence = ++_position });
        }

        seen.ShouldBe(whole.Where(id => id != gone));
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public async Task Downloads_LeftInTheMiddle_KeepNoConnection_AndASlowOneEndsWithoutWhatWasWithdrawn()
    {
        var records = Invented.Records(6_000, 0);
        Fill([.. records.Select(r => r with { Summary = new string('长', 900) })]);
        await using var host = await StartAsync();
        var whole = await host.TextAsync("/shuanggongshi/data/licenses.csv");
        var lines = whole.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(6_001);
        var buffer = new byte[10_000];
        for (var i = 0; i < 12; i++)
        {
            using var left = await host.Client.GetAsync(new Uri("/shuanggongshi/data/licenses.csv" + (i % 2 == 0 ? "?q=" + Uri.EscapeDataString("有限公司") : ""), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            using var body = await left.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(buffer);
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await host.TextAsync("/shuanggongshi/licenses?q=" + Uri.EscapeDataString("青市监 300号"));
        watch.ElapsedMilliseconds.ShouldBeLessThan(1500);

        var last = lines[^1].Split(',')[0].Trim('"');
        using var slow = await host.Client.GetAsync(new Uri("/shuanggongshi/data/licenses.csv", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var stream = await slow.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(buffer);
        _store!.ApplyNow(new() { Id = last, Arrival = 1, Revision = 2, Sequence = ++_position });
        await Task.Delay(700);
        using var rest = new StreamReader(stream, Encoding.UTF8);
        var text = await rest.ReadToEndAsync();
        text.ShouldNotContain(last);
        text.ShouldContain(lines[^2].Split(',')[0]);
    }

    [Fact]
    public async Task MissingStore_Answers503_UntilThereIsOne()
    {
        await using var host = await StartAsync();
        await host.TextAsync("/shuanggongshi", HttpStatusCode.ServiceUnavailable);
        Fill(Invented.Records(2, 2));
        var until = Environment.TickCount64 + 5000;
        var status = HttpStatusCode.ServiceUnavailable;
        while (status != HttpStatusCode.OK && Environment.TickCount64 < until)
        {
            using var response = await host.GetAsync("/shuanggongshi");
            status = response.StatusCode;
            await Task.Yield();
        }

        status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<ColumnHost> StartAsync() => ColumnHost.StartAsync(services: b =>
        b.Services.AddSingleton<IPublicQuery>(_ => new SqlitePublicQuery(Path.Combine(_folder, "public.db"), _clock)));

    private void Fill(IReadOnlyList<PublicRecord> records)
    {
        _store = new(Path.Combine(_folder, "public.db"), _clock);
        var changes = records.Select((r, i) => new PublicChange { Id = r.Id, Arrival = i + 1, Revision = r.Revision, Sequence = i + 1, Record = r }).ToList();
        _store.Apply(_store.Prepare(changes), 0, records.Count).ShouldBeTrue();
        _position = records.Count;
        _store.Complete("test");
    }
}
