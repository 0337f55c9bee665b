using System.Net;
using CreditKit.AspNetCore.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

public class FreshnessTests
{
    private const string Page = "/shuanggongshi/records/y000PenAbCdEfGhIj";

    [Fact]
    [Trait("Requirement", "000-27")]
    public async Task KeptPage_EndsWithThePeriod()
    {
        var record = Invented.Penalty(0) with { Until = new DateOnly(2026, 11, 23) };
        await using var host = await ColumnHost.StartAsync(records: [record]);
        host.Query.NextBoundary = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(8));
        (await host.TextAsync(Page)).ShouldContain("今天是最后一天");
        host.Clock.Now = new(2026, 11, 22, 15, 59, 59, TimeSpan.Zero);
        await host.TextAsync(Page);
        host.Clock.Now = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);
        await host.TextAsync(Page, HttpStatusCode.NotFound);
        (await host.TextAsync("/shuanggongshi/penalties")).ShouldNotContain(record.DocumentNumber);
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public async Task KeptPage_IsGone_AtTheVersionThatWithdrewIt()
    {
        await using var host = await ColumnHost.StartAsync();
        await host.TextAsync(Page);
        host.Query.Withdrawn.Add(new("y000PenAbCdEfGhIj", "青市监罚〔2026〕300号", "青禾市市场监督管理局", Invented.Now, "行政复议决定撤销"));
        host.Query.Version += 2;
        var notice = await host.TextAsync(Page, HttpStatusCode.Gone);
        notice.ShouldContain("行政复议决定撤销");
        notice.ShouldContain("noindex");
        notice.ShouldNotContain("麦香园");
    }

    [Fact]
    public async Task KeptPage_AsksTheStoreOnce()
    {
        await using var host = await ColumnHost.StartAsync();
        await host.TextAsync(Page);
        var asked = host.Query.Asked;
        for (var i = 0; i < 5; i++) await host.TextAsync(Page);
        host.Query.Asked.ShouldBe(asked);
        await host.TextAsync(Page + "?utm_source=x");
        host.Query.Asked.ShouldBe(asked, "what the column does not read is not part of the question");
    }

    [Fact]
    public void Cache_MakesOneAnswer_ForManyWhoAskAtOnce()
    {
        var cache = new ResponseCache(1 << 20);
        var made = 0;
        using var start = new Barrier(8);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            start.SignalAndWait(TimeSpan.FromSeconds(5));
            cache.Get(new("", "/a", "", false), 1, Invented.Now, () =>
            {
                Interlocked.Increment(ref made);
                return (new StoredResponse("x"u8, "text/plain"), DateTimeOffset.MaxValue);
            });
        });
        made.ShouldBe(1);
    }

    [Fact]
    public void Cache_StaysWithinItsMemory()
    {
        var cache = new ResponseCache(100_000);
        var references = new List<WeakReference>();
        Fill();
        GC.Collect();
        references.Count(r => r.IsAlive).ShouldBeLessThan(60, "100,000 bytes hold fewer than 60 answers of 2,512 bytes, whatever is asked");

        void Fill()
        {
            for (var i = 0; i < 1000; i++)
            {
                var response = new StoredResponse(new byte[1000], "text/plain");
                references.Add(new(response));
                cache.Get(new("", "/" + i, "", false), 1, Invented.Now, () => (response, DateTimeOffset.MaxValue));
            }
        }
    }

    [Fact]
    public void Cache_DoesNotKeepAFailure()
    {
        var cache = new ResponseCache(1 << 20);
        var key = new ResponseKey("", "/a", "", false);
        Should.Throw<InvalidOperationException>(() => cache.Get(key, 1, Invented.Now, () => throw new InvalidOperationException()));
        cache.Get(key, 1, Invented.Now, () => (new StoredResponse("x"u8, "text/plain"), DateTimeOffset.MaxValue)).Body(ContentCoding.Identity).Length.ShouldBe(1);
    }
}
