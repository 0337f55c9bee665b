using System.Net;
using System.Text.Json;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;
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
