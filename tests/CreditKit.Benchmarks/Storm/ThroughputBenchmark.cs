using System.Diagnostics;
using CreditKit.Ledger;
using CreditKit.Reporting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreditKit.Benchmarks.Storm;

/// <summary>How much goes out without faults: in batches, and with a transaction and a call for each record.</summary>
internal static class ThroughputBenchmark
{
    private const double BatchedTarget = 2_000;
    private const double SingleTarget = 1_500;

    public static async Task<bool> RunAsync(int records)
    {
        var (batched, commits) = Reference.Measure();
        Console.WriteLine($"reference: bare record and outbox row, 100 a commit {batched,9:N0}/s (stated {Reference.Stated:N0}); one a commit {commits,7:N0}/s");
        var scale = Math.Min(1, batched / Reference.Stated);
        var small = await BatchedAsync(records / 10);
        var large = await BatchedAsync(records);
        Console.WriteLine($"batches of 100: {large.Rate,9:N0} records/s over {records:N0}, {large.Cpu:N0} µs of both sides' processor each; memory {large.Memory / 1048576.0:N0} MB, {small.Memory / 1048576.0:N0} MB at a tenth ({(double)large.Memory / small.Memory:F2})");
        var single = await SingleAsync(records / 2);
        Console.WriteLine($"a transaction and a call for each: {single,9:N0} records/s over {records / 2:N0} (shared and not yet on their pages: no masking in it)");
        Console.WriteLine($"targets at this machine's scale {scale:F2}: {BatchedTarget * scale:N0} and {SingleTarget * scale:N0}");
        return large.Rate >= BatchedTarget * scale && single >= SingleTarget * scale && large.Memory <= small.Memory * 1.2;
    }

    /// <summary>Only the part with a transaction and a call for each.</summary>
    public static async Task<bool> RunSingleAsync(int records)
    {
        _ = await SingleAsync(2_000);
        var rate = await SingleAsync(records);
        Console.WriteLine($"a transaction and a call for each: {rate,9:N0} records/s over {records:N0}");
        return true;
    }

    private static async Task<(double Rate, double Cpu, long Memory)> BatchedAsync(int records)
    {
        await using var rig = await ReportRig.StartAsync(null, new { BatchSize = 100 });
        foreach (var chunk in Enumerable.Range(0, records).Chunk(1_000)) rig.Engine.Ledger.Submit([.. chunk.Select(i => rig.Submission(rig.Record(i)))]);

        // On a site the records are on their own pages by then.
        rig.Engine.Projector.CatchUp();
        var hub = rig.Engine.OpenReporting();
        GC.Collect();
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var totals = await hub.DrainAsync(once: false, default);
        var rate = records / clock.Elapsed.TotalSeconds;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        if (totals.Accepted != records) throw new InvalidOperationException($"{totals}");
        GC.Collect();
        return (rate, cpu.TotalMicroseconds / records, GC.GetTotalMemory(forceFullCollection: true));
    }

    // Reviewed for sharing, not yet for their pages: what is measured is a transaction and a call, not the masking of pages.
    private static Submission Shared(ReportRig rig, int i) => rig.Submission(rig.Record(i)) with { Released = false };

    // Callers hand records in one by one, each durable before its call returns; the dispatcher sends each by itself.
    private static async Task<double> SingleAsync(int records)
    {
        const int Callers = 32;
        await using var rig = await ReportRig.StartAsync(null, new { BatchSize = 1, Calls = 64 });
        var hub = rig.Engine.OpenReporting();
        using var stop = new CancellationTokenSource();
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var sending = Task.Run(() => hub.RunAsync(NullLogger.Instance, stop.Token));
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Factory.StartNew(() =>
        {
            while (Interlocked.Increment(ref next) is var i && i < records) rig.Engine.Ledger.Submit([Shared(rig, i)]);
        }, TaskCreationOptions.LongRunning)));
        var submitted = clock.Elapsed;
        while (rig.Outbox.Counts("province").Accepted < records) await Task.Delay(20);
        var rate = records / clock.Elapsed.TotalSeconds;
        Console.WriteLine($"  handed in within {submitted.TotalSeconds:F1} s, all receipts within {clock.Elapsed.TotalSeconds:F1} s, {rig.Faults.Calls:N0} calls, {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / records:N0} µs of processor each, handing in included");
        await stop.CancelAsync();
        await sending;
        return rate;
    }
}
