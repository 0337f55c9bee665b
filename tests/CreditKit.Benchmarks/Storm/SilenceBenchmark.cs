using System.Diagnostics;
using CreditKit.Tests.Reporting;
using CreditKit.Tests.Support;

namespace CreditKit.Benchmarks.Storm;

/// <summary>The portal is away for a week of a clock that is set forward: what it costs, and whether everything goes out afterwards.</summary>
internal static class SilenceBenchmark
{
    public static async Task<bool> RunAsync(int records, TimeSpan silence)
    {
        var clock = new TestClock();
        await using var bench = await ReportingBench.StartAsync(time: clock);
        foreach (var chunk in Enumerable.Range(0, records).Chunk(500)) bench.Submit([.. chunk.Select(i => SampleRecords.License(i))]);
        var channel = new SilentChannel();
        var dispatcher = bench.Dispatcher(channel: channel, shortestWait: TimeSpan.FromSeconds(0.5), longestWait: TimeSpan.FromSeconds(30));
        var (from, turns) = (clock.GetUtcNow(), 0);
        bench.Database.Read(c => CreditKit.Ledger.Sqlite.Sql.Scalar(c, null, "PRAGMA wal_checkpoint(TRUNCATE)"));
        var (file, memory, wall) = (Size(bench.Database.Path), GC.GetTotalMemory(forceFullCollection: true), Stopwatch.StartNew());
        while (clock.GetUtcNow() - from < silence)
        {
            await dispatcher.DispatchAsync(default);
            clock.Set(bench.Outbox.NextDue("province")!.Value);
            turns++;
        }

        bench.Database.Read(c => CreditKit.Ledger.Sqlite.Sql.Scalar(c, null, "PRAGMA wal_checkpoint(TRUNCATE)"));
        var grown = Size(bench.Database.Path) - file;
        var held = GC.GetTotalMemory(forceFullCollection: true) - memory;
        var (calls, rows) = (channel.Calls, channel.Rows);
        channel.Down = false;
        var back = clock.GetUtcNow();
        while (bench.Outbox.Counts("province").Open > 0)
        {
            await dispatcher.DispatchAsync(default);
            if (bench.Outbox.NextDue("province") is { } due && due > clock.GetUtcNow()) clock.Set(due);
        }

        var accepted = bench.Outbox.Counts("province").Accepted;
        Console.WriteLine($"{silence.TotalDays:F1} days of silence: {turns:N0} turns, {calls:N0} calls, {rows:N0} rows in them; files grew by {grown:N0} bytes, memory by {held / 1024:N0} KB; then {accepted:N0} of {records:N0} out within {(clock.GetUtcNow() - back).TotalSeconds:F1} s of the clock ({wall.Elapsed.TotalSeconds:F0} s real)");
        return accepted == records && calls <= silence.TotalSeconds / 10 && rows < calls + 200 && grown < 1 << 20 && held < 4 << 20;
    }

    private static long Size(string path) => new FileInfo(path).Length + new FileInfo(path + "-wal").Length;
}
