using System.Diagnostics;
using CreditKit.Assessment;
using CreditKit.AspNetCore.Tests.Support;
using Xunit.Abstractions;

namespace CreditKit.AspNetCore.Tests.Staff;

/// <summary>
/// The queue of 2,000 records; with <c>CREDITKIT_WHOLE=1</c> of 100,000, against the figure that must hold in a Release build:
/// <c>CREDITKIT_WHOLE=1 dotnet test tests/CreditKit.AspNetCore.Tests -c Release --filter FullyQualifiedName~QueueTests</c>.
/// </summary>
public sealed class QueueTests(ITestOutputHelper output)
{
    private const int Requests = 15;
    private const int Chunk = 2_000;
    private static readonly bool s_whole = Environment.GetEnvironmentVariable("CREDITKIT_WHOLE") == "1";

    [Fact]
    [Trait("Requirement", "000-3")]
    public async Task Queue_OpensInUnder100Milliseconds_AndIsPagedByKey()
    {
        var count = s_whole ? 100_000 : 2_000;
        await using var host = await StaffHost.StartAsync(new JoblessClock(new DateTimeOffset(2026, 7, 28, 2, 0, 0, TimeSpan.Zero)));
        var random = new Random(7);
        foreach (var chunk in Enumerable.Range(1, count).Chunk(Chunk))
            host.Engine.Ledger.Submit([.. chunk.Select(n => Road.Submission(Road.Record(random, n, new DateOnly(2026, 7, 1).AddDays(n % 27)), released: false))]);
        using var person = host.As("rev", "reviewer");
        var watch = Stopwatch.StartNew();
        _ = host.Engine.Work;
        output.WriteLine($"{count} records, taken up in the background in {watch.Elapsed.TotalSeconds:0.0} s");
        for (var i = 0; i < 5; i++) await person.PageAsync("/review");

        var first = host.Engine.Work.List(new() { State = WorkState.Waiting }, null, 50);
        var medians = new List<(string Page, double Median)>();
        foreach (var (name, path) in new[] { ("first page", "/review"), ("next page", "/review?step=1&after=" + first.Next), ("today", "/"), ("records", "/records?list=waiting") })
        {
            var times = new List<double>();
            var busy = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Requests; i++)
            {
                watch.Restart();
                await person.PageAsync(path);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            var median = times.Order().ElementAt(Requests / 2);
            busy = Environment.CpuUsage.TotalTime - busy;
            output.WriteLine($"{name}: median {median:0.0} ms of {Requests}, worst {times.Max():0.0} ms, processor {busy.TotalMilliseconds / Requests:0.0} ms a request (server and client)");
            medians.Add((name, median));
        }

        // The small run shares a machine with other tests, in Debug: it only sees that no page reads the whole queue.
        medians.ShouldAllBe(m => m.Median < (s_whole ? 100 : 2_000));

        var second = host.Engine.Work.List(new() { State = WorkState.Waiting }, first.Next, 50);
        first.Rows.Concat(second.Rows).Select(r => r.RecordId).Distinct().Count().ShouldBe(100);
        (first.Rows[^1].PublishBy ?? DateOnly.MaxValue).ShouldBeLessThanOrEqualTo(second.Rows[0].PublishBy ?? DateOnly.MaxValue);
    }
}
