using System.Diagnostics;
using CreditKit.Records;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreditKit.Benchmarks.Storm;

/// <summary>The portal is away for a while, with default settings: how soon what waited is there, and in which order.</summary>
internal static class OutageBenchmark
{
    public static async Task<bool> RunAsync(int backlog, TimeSpan outage)
    {
        await using var rig = await ReportRig.StartAsync(null, new { BatchSize = 100 });
        var hub = rig.Engine.OpenReporting();
        using var stop = new CancellationTokenSource();
        var sending = Task.Run(() => hub.RunAsync(NullLogger.Instance, stop.Token));
        rig.Engine.Ledger.Submit([rig.Submission(rig.Record(1_000_000))]);
        while (rig.Outbox.Counts("province").Accepted < 1) await Task.Delay(10);

        await rig.StopPortalAsync();
        var clock = Stopwatch.StartNew();
        var records = Math.Max(1, backlog * 3 / 5);
        var ids = new Dictionary<int, string>();
        var rows = 0;

        // Three in five rows are new records, one a revision of one that may be under way, one a withdrawal.
        for (var i = 0; i < records; i++)
        {
            var result = rig.Engine.Ledger.Submit([rig.Submission(rig.Record(i))])[0];
            ids[i] = result.PublicId;
            rows++;
            if (i % 3 == 0 && rig.Engine.Ledger.Submit([rig.Submission(rig.Record(i, 2))]) is not null) rows++;
            if (i % 3 == 1 && rig.Engine.Ledger.Withdraw(new(result.RecordId, WithdrawalGround.Revoked, "被依法撤销", "benchmark"))) rows++;
            var due = outage * ((double)i / records);
            if (due > clock.Elapsed) await Task.Delay(due - clock.Elapsed);
        }

        if (outage > clock.Elapsed) await Task.Delay(outage - clock.Elapsed);
        var waiting = rig.Outbox.Counts("province").Open;
        await rig.StartPortalAsync();
        clock.Restart();
        while (rig.Outbox.Counts("province").Open > 0 && clock.Elapsed < TimeSpan.FromMinutes(2)) await Task.Delay(20);
        var drained = clock.Elapsed;
        await stop.CancelAsync();
        await sending;

        var received = rig.Store.Rows(withWithdrawn: true).ToDictionary(r => r.RecordId);
        var wrong = Enumerable.Range(0, records).Count(i => (i % 3 == 1) != (!received.TryGetValue(ids[i], out var row) || row.State != "在库") || (i % 3 == 0 && row!.Revision != 2));
        var overtaken = rig.Store.Counts().OutOfOrder;
        Console.WriteLine($"outage of {outage.TotalSeconds:F0} s, {rows:N0} things to tell, {waiting:N0} rows open at the return: drained in {drained.TotalSeconds:F1} s, {overtaken} overtaken, {wrong} wrong");
        return drained <= TimeSpan.FromSeconds(15) && overtaken == 0 && wrong == 0;
    }
}
