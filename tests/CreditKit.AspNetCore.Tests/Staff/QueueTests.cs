using System.Diagnostics;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Records;
using Xunit.Abstractions;

namespace CreditKit.AspNetCore.Tests.Staff;

public sealed class QueueTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Requirement", "000-3")]
    public async Task Queue_OpensInUnder100Milliseconds_AndIsPagedByKey()
    {
        // 100,000 with CREDITKIT_WHOLE=1; the shape of the page does not depend on it.
        var count = Environment.GetEnvironmentVariable("CREDITKIT_WHOLE") == "1" ? 100_000 : 2_000;
        await using var host = await StaffHost.StartAsync(new JoblessClock(new DateTimeOffset(2026, 7, 28, 2, 0, 0, TimeSpan.Zero)));
        var random = new Random(7);
        foreach (var chunk in Enumerable.Range(1, count).Chunk(1_000))
            host.Engine.Ledger.Submit([.. chunk.Select(n => Road.Submission(Road.Record(random, n, new DateOnly(2026, 7, 1).AddDays(n % 27)), released: false))]);
        using var person = host.As("rev", "reviewer");
        await person.PageAsync("/review");
        var times = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var watch = Stopwatch.StartNew();
            await person.PageAsync("/review");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var median = times.Order().ElementAt(4);
        output.WriteLine($"{count} records, queue page median {median:0.0} ms");
        median.ShouldBeLessThan(100 * (count < 100_000 ? 3 : 1));

        var first = host.Engine.Work.List(new() { State = CreditKit.Assessment.WorkState.Waiting }, null, 50);
        var second = host.Engine.Work.List(new() { State = CreditKit.Assessment.WorkState.Waiting }, first.Next, 50);
        first.Rows.Concat(second.Rows).Select(r => r.RecordId).Distinct().Count().ShouldBe(100);
        (first.Rows[^1].PublishBy ?? DateOnly.MaxValue).ShouldBeLessThanOrEqualTo(second.Rows[0].PublishBy ?? DateOnly.MaxValue);
    }
}
