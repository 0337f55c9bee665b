using System.Diagnostics;
using CreditKit.Ledger;
using CreditKit.Records;
using ProvincialPortal.Contract;

namespace CreditKit.Benchmarks.Storm;

/// <summary>
/// Records, revisions and withdrawals while every fifth call fails in all the portal's ways and two sender processes on one
/// ledger are killed again and again. Linked into the tests, which run a small one.
/// </summary>
internal static class StormRun
{
    public static async Task<StormFigures> RunAsync(int records, int kills, int seed, TimeSpan patience, Action<string>? tell = null)
    {
        await using var rig = await ReportRig.StartAsync(o =>
        {
            o.Faults.Rate = 0.2;
            o.Faults.Seed = seed;
            o.Faults.Hold = TimeSpan.FromSeconds(2);
        }, new { BatchSize = records >= 10_000 ? 50 : 10, Timeout = "00:00:01", ShortestWait = "00:00:00.05", LongestWait = "00:00:01" });
        var clock = Stopwatch.StartNew();
        var steps = Steps(records, new Random(seed));
        var ids = new SubmissionResult[records];
        var senders = new[] { new SenderProcess(rig.DataDirectory), new SenderProcess(rig.DataDirectory) };
        try
        {
            using var stop = new CancellationTokenSource();
            var feeding = new Feeding(steps.Length);
            var killing = KillAsync(rig, senders, kills, feeding, new Random(seed + 1), stop.Token);
            await Task.Run(() => Feed(rig, steps, ids, feeding));
            var told = TimeSpan.Zero;
            while ((rig.Outbox.Counts("province").Open > 0 || !killing.IsCompleted) && clock.Elapsed < patience)
            {
                await Task.Delay(100);
                if (Array.Find(senders, sender => sender.Ended) is { } ended) throw new InvalidOperationException($"a sender ended by itself: {ended.LastWords}");
                if (clock.Elapsed - told < TimeSpan.FromSeconds(10)) continue;
                told = clock.Elapsed;
                tell?.Invoke($"  {told.TotalSeconds,5:F0} s: {rig.Outbox.Counts("province")} {senders[0].LastWords}");
            }

            await stop.CancelAsync();
            return Compare(rig, ids, steps.Length, await killing, clock.Elapsed);
        }
        finally
        {
            foreach (var sender in senders) sender.Dispose();
        }
    }

    // Every record; a third of them in a second revision, a sixth in a third one, a seventh withdrawn: mixed, each record's own in order.
    private static int[] Steps(int records, Random random)
    {
        var steps = Enumerable.Range(0, records).SelectMany(i => Enumerable.Repeat(i, StepsOf(i))).ToArray();
        random.Shuffle(steps);
        return steps;
    }

    private static int StepsOf(int i) => Revisions(i) + (IsWithdrawn(i) ? 1 : 0);

    private static int Revisions(int i) => 1 + (i % 3 == 0 ? 1 : 0) + (i % 6 == 0 ? 1 : 0);

    private static bool IsWithdrawn(int i) => i % 7 == 0;

    private static void Feed(ReportRig rig, int[] steps, SubmissionResult[] ids, Feeding feeding)
    {
        var done = new int[ids.Length];
        foreach (var chunk in steps.Chunk(40))
        {
            var upserts = new List<(int Record, Submission Submission)>();
            foreach (var i in chunk)
            {
                if (++done[i] <= Revisions(i))
                {
                    upserts.Add((i, rig.Submission(rig.Record(i, done[i]))));
                    continue;
                }

                Submit(rig, upserts, ids);
                rig.Engine.Ledger.Withdraw(new(ids[i].RecordId, WithdrawalGround.Revoked, "被依法撤销", "storm"));
            }

            Submit(rig, upserts, ids);
            feeding.Fed(chunk.Length);
        }
    }

    private static void Submit(ReportRig rig, List<(int Record, Submission Submission)> upserts, SubmissionResult[] ids)
    {
        if (upserts.Count == 0) return;
        var results = rig.Engine.Ledger.Submit([.. upserts.Select(u => u.Submission)]);
        for (var n = 0; n < results.Count; n++) ids[upserts[n].Record] = results[n];
        upserts.Clear();
    }

    // Moments are drawn over the work that is done, so that every kill falls into the storm however fast the machine is.
    private static async Task<int> KillAsync(ReportRig rig, SenderProcess[] senders, int kills, Feeding feeding, Random random, CancellationToken stop)
    {
        var moments = Enumerable.Range(0, kills).Select(_ => random.NextDouble() * 0.95).Order().ToArray();
        for (var k = 0; k < kills; k++)
        {
            while (Progress(rig, feeding) < moments[k])
            {
                if (stop.IsCancellationRequested) return k;
                await Task.Delay(20, CancellationToken.None);
            }

            await Task.Delay(random.Next(300), CancellationToken.None);
            var which = random.Next(senders.Length);
            senders[which].Kill();
            senders[which] = new SenderProcess(rig.DataDirectory);
        }

        return kills;
    }

    // The share that was fed, of it the share that is settled. A step may leave no row (what was never sent needs no
    // withdrawal), so rows are compared with rows.
    private static double Progress(ReportRig rig, Feeding feeding)
    {
        var counts = rig.Outbox.Counts("province");
        var settled = (double)(counts.Accepted + counts.Rejected + counts.Superseded);
        return feeding.Share * (counts.Open == 0 ? 1 : settled / (settled + counts.Open));
    }

    private sealed class Feeding(int steps)
    {
        private int _fed;

        public double Share => (double)Volatile.Read(ref _fed) / steps;

        public void Fed(int more) => Interlocked.Add(ref _fed, more);
    }

    private static StormFigures Compare(ReportRig rig, SubmissionResult[] ids, int steps, int killed, TimeSpan took)
    {
        var received = rig.Store.Rows(withWithdrawn: true);
        var byRecord = received.ToDictionary(r => r.RecordId);
        var live = received.Where(r => r.State == "在库").ToList();
        var (lost, surplus) = (0, 0);
        for (var i = 0; i < ids.Length; i++)
        {
            var stands = byRecord.TryGetValue(ids[i].PublicId, out var row) && row.State == "在库";
            if (IsWithdrawn(i)) surplus += stands ? 1 : 0;
            else if (!stands || row!.Revision != Revisions(i)) lost++;
        }

        var known = ids.Select(id => id.PublicId).ToHashSet();
        surplus += live.Count(r => !known.Contains(r.RecordId));
        var twice = received.Count(r => r.Revisions > r.Revision) + live.GroupBy(r => (r.DocumentNumber, r.Counterpart)).Count(g => g.Count() > 1);
        var counts = rig.Outbox.Counts("province");
        var portal = rig.Store.Counts();
        return new StormFigures(ids.Length, steps, rig.Faults.Calls, rig.Faults.Faults, killed, portal.Repeats, counts.Open, counts.Rejected, lost, surplus, twice, portal.OutOfOrder, took.TotalSeconds);
    }
}
