using System.Diagnostics;
using System.Globalization;
using CreditKit.Ledger;
using CreditKit.Records;

namespace CreditKit.Benchmarks.Storm;

/// <summary>
/// Records, revisions and withdrawals while every fifth call fails in all the portal's ways and two sender processes on one
/// ledger are killed again and again. Linked into the tests, which run a small one.
/// </summary>
internal static class StormRun
{
    public static async Task<StormFigures> RunAsync(StormRoad road, int records, int kills, int seed, TimeSpan patience, Action<string>? tell = null)
    {
        await using var rig = await ReportRig.StartAsync((o, rig) =>
        {
            o.Faults.Rate = 0.2;
            o.Faults.Seed = seed;
            o.Faults.Hold = TimeSpan.FromSeconds(2);
            o.Faults.RefuseAfter = TimeSpan.FromSeconds(2);
            foreach (var kind in road.Kinds) o.Faults.Kinds.Add(kind);
            o.RevisionColumn = road.HasKeys ? "" : StormRoad.RevisionColumn;
            if (road.Path.Length > 0) return;
            o.ExchangeDatabase = rig.ExchangeDatabase;
            o.FetchEvery = TimeSpan.FromSeconds(records >= 10_000 ? 2 : 0.1);
        }, rig => road.Channel(rig, records));
        var clock = Stopwatch.StartNew();
        var steps = Steps(records, new Random(seed));
        var ids = new SubmissionResult[records];
        var started = 0;
        SenderProcess Sender() => new(rig.DataDirectory, road.Path.Length > 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"0.2|{seed + 10 + started++}|{rig.LineLog}"));
        var senders = new[] { Sender(), Sender() };
        try
        {
            using var stop = new CancellationTokenSource();
            var feeding = new Feeding(steps.Length);
            var killing = KillAsync(rig, senders, Sender, kills, feeding, new Random(seed + 1), stop.Token);
            await Task.Run(() => Feed(rig, steps, ids, feeding));
            var (told, calm, mended) = (TimeSpan.Zero, 0, 0);
            while (calm < 3 && clock.Elapsed < patience)
            {
                await Task.Delay(records >= 10_000 ? 500 : 100);
                if (Array.Find(senders, sender => sender.Ended) is { } ended) throw new InvalidOperationException($"a sender ended by itself: {ended.LastWords}");
                mended += Mend(rig);
                var counts = rig.Outbox.Counts(ReportRig.Channel);
                calm = counts.Open == 0 && counts.Rejected == 0 && killing.IsCompleted && !Refused(rig, road, ids) && (road.Path.Length > 0 || rig.Tables.Waiting() == 0) ? calm + 1 : 0;
                if (clock.Elapsed - told < TimeSpan.FromSeconds(10)) continue;
                told = clock.Elapsed;
                tell?.Invoke($"  {told.TotalSeconds,5:F0} s: {counts} {senders[0].LastWords}");
            }

            await stop.CancelAsync();
            return Compare(rig, road, ids, steps.Length, await killing, mended, clock.Elapsed);
        }
        finally
        {
            foreach (var sender in senders) sender.Dispose();
        }
    }

    // Something that should stand was refused afterwards, or will be.
    private static bool Refused(ReportRig rig, StormRoad road, SubmissionResult[] ids)
    {
        var refused = rig.Store.Refused().Select(r => road.HasKeys ? r.RecordId : Key(r.DocumentNumber, r.Counterpart)).ToHashSet();
        return refused.Count > 0 && Enumerable.Range(0, ids.Length).Any(i => !IsWithdrawn(i) && refused.Contains(KeyOf(rig, road, ids, i)));
    }

    private static string KeyOf(ReportRig rig, StormRoad road, SubmissionResult[] ids, int i) =>
        road.HasKeys ? ids[i].PublicId : rig.Record(i) is var record ? Key(record.DocumentNumber, record.Counterpart.Name) : "";

    // The person who reads why the province refused a row after it had said yes, finds it right, and hands it in again.
    private static int Mend(ReportRig rig)
    {
        var outbox = rig.Outbox;
        return outbox.Waiting(ReportRig.Channel, 1_000).Count(row => row.Answer?.Contains("未查询到主体", StringComparison.Ordinal) == true && outbox.Resend(row.Entry.Id));
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
        var (done, ahead) = (new int[ids.Length], 0);
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
            if ((ahead += chunk.Length) < Backlog(steps.Length) / 2) continue;
            ahead = 0;
            while (rig.Outbox.Counts(ReportRig.Channel).Open > Backlog(steps.Length)) Thread.Sleep(feeding.Steps > 10_000 ? 500 : 50);
        }
    }

    // Revisions and withdrawals come while earlier ones of their record are under way, not before anything was sent.
    private static int Backlog(int steps) => Math.Clamp(steps / 10, 60, 4_000);

    private static void Submit(ReportRig rig, List<(int Record, Submission Submission)> upserts, SubmissionResult[] ids)
    {
        if (upserts.Count == 0) return;
        var results = rig.Engine.Ledger.Submit([.. upserts.Select(u => u.Submission)]);
        for (var n = 0; n < results.Count; n++) ids[upserts[n].Record] = results[n];
        upserts.Clear();
    }

    // Moments are drawn over the work that is done, so that every kill falls into the storm however fast the machine is.
    private static async Task<int> KillAsync(ReportRig rig, SenderProcess[] senders, Func<SenderProcess> next, int kills, Feeding feeding, Random random, CancellationToken stop)
    {
        var moments = Enumerable.Range(0, kills).Select(_ => random.NextDouble() * 0.95).Order().ToArray();
        for (var k = 0; k < kills; k++)
        {
            while (Progress(rig, feeding) < moments[k])
            {
                if (stop.IsCancellationRequested) return k;
                await Task.Delay(feeding.Steps > 10_000 ? 500 : 20, CancellationToken.None);
            }

            await Task.Delay(random.Next(300), CancellationToken.None);
            var which = random.Next(senders.Length);
            senders[which].Kill();
            senders[which] = next();
        }

        return kills;
    }

    // The share that was fed, of it the share that is settled. A step may leave no row (what was never sent needs no
    // withdrawal), so rows are compared with rows.
    private static double Progress(ReportRig rig, Feeding feeding)
    {
        var counts = rig.Outbox.Counts(ReportRig.Channel);
        var settled = (double)(counts.Accepted + counts.Rejected + counts.Superseded);
        return feeding.Share * (counts.Open == 0 ? 1 : settled / (settled + counts.Open));
    }

    private sealed class Feeding(int steps)
    {
        private int _fed;

        public int Steps => steps;

        public double Share => (double)Volatile.Read(ref _fed) / steps;

        public void Fed(int more) => Interlocked.Add(ref _fed, more);
    }

    private static StormFigures Compare(ReportRig rig, StormRoad road, SubmissionResult[] ids, int steps, int killed, int mended, TimeSpan took)
    {
        var received = rig.Store.Rows(withWithdrawn: true);
        var byKey = received.ToDictionary(r => road.HasKeys ? r.RecordId : Key(r.DocumentNumber, r.Counterpart));
        var (lost, surplus, known) = (0, 0, new HashSet<string>());
        for (var i = 0; i < ids.Length; i++)
        {
            var key = KeyOf(rig, road, ids, i);
            known.Add(key);
            var stands = byKey.TryGetValue(key, out var row) && row.State == "在库";
            if (IsWithdrawn(i)) surplus += stands ? 1 : 0;
            else if (!stands || row!.Revision != Revisions(i)) lost++;
        }

        var live = received.Where(r => r.State == "在库").ToList();
        surplus += byKey.Count(r => r.Value.State == "在库" && !known.Contains(r.Key));
        var twice = (int)rig.Store.TakenTwice() + live.GroupBy(r => (r.DocumentNumber, r.Counterpart)).Count(g => g.Count() > 1);
        var counts = rig.Outbox.Counts(ReportRig.Channel);
        var portal = rig.Store.Counts();
        var (calls, faults) = road.Path.Length > 0 ? (rig.Faults.Calls, rig.Faults.Faults) : BadLine.Count(rig.LineLog);
        return new StormFigures(road.Type, ids.Length, steps, calls, faults, killed, portal.Repeats, mended, counts.Open, counts.Rejected, lost, surplus, twice, portal.OutOfOrder, took.TotalSeconds);
    }

    private static string Key(string? documentNumber, string? counterpart) => $"{documentNumber}\n{counterpart}";
}
