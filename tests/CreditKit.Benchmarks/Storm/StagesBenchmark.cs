using CreditKit.Ledger;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Standards;

namespace CreditKit.Benchmarks.Storm;

/// <summary>What each stage between the outbox and the receipt costs in processor time: a figure that a busy machine does not change.</summary>
internal static class StagesBenchmark
{
    private const int Batch = 100;

    public static async Task<bool> RunAsync(int records)
    {
        for (var warm = true; ; warm = false)
        {
            await using var rig = await ReportRig.StartAsync(null, new { BatchSize = Batch, Calls = 64 });
            await RunAsync(rig, warm ? 3_000 : records, !warm);
            if (!warm) return true;
        }
    }

    private static async Task RunAsync(ReportRig rig, int records, bool print)
    {
        var spent = new Dictionary<string, TimeSpan>();
        T Timed<T>(string stage, Func<T> work)
        {
            var before = Environment.CpuUsage.TotalTime;
            var result = work();
            spent[stage] = spent.GetValueOrDefault(stage) + Environment.CpuUsage.TotalTime - before;
            return result;
        }

        var (round, singly) = (0, records / 10);
        for (var i = 0; i < singly; i++) Timed("hand in one by one", () => rig.Engine.Ledger.Submit([rig.Submission(rig.Record(i))]));
        foreach (var chunk in Enumerable.Range(0, singly)) Timed("make the record", () => rig.Submission(rig.Record(chunk)));
        foreach (var chunk in Enumerable.Range(singly, records - singly).Chunk(1_000)) Timed("hand in 1,000 at a time", () => rig.Engine.Ledger.Submit([.. chunk.Select(i => rig.Submission(rig.Record(i)))]));
        rig.Engine.Projector.CatchUp();
        var outbox = rig.Outbox;
        var options = rig.Engine.Channels[0];
        var factory = new EnvelopeFactory(options, StandardEditions.Default, null);
        var line = rig.Engine.OpenReporting().Lines[0];
        using var channel = new PortalApiChannel(options, TimeProvider.System);
        while (Timed("lease", () => outbox.Lease(new OutboxLease(options.Name, Batch, 1, TimeSpan.FromMinutes(2), _ => TimeSpan.Zero))) is { Count: > 0 } entries)
        {
            var contents = Timed("read and decrypt", () => outbox.Contents(entries));
            var decisions = Timed("decide", () => entries.Select(e => rig.Engine.Router.Decide(options, contents[e.Id].Record.Value, contents[e.Id].Standing)).ToList());
            var envelopes = Timed("envelope", () => entries.Select((e, i) => factory.Make(e, contents[e.Id], decisions[i])).ToList());
            Timed("check by the receiver's rules", () => entries.Count(e => !rig.Engine.MayReport(contents[e.Id])));
            Timed("hash of the own page", () => entries.Count(e => rig.Engine.HashOfPage(contents[e.Id]) is null));
            Timed("all of it as the dispatcher does it", () => line.Dispatcher.Desk.Prepare(entries));
            using (var content = Timed("write JSON", () => PortalBatch.Write(envelopes, "b"))) _ = content;
            var answers = round++ % 2 == 0
                ? await TimedAsync("call of 100, both sides", () => channel.SendAsync(envelopes, default))
                : await TimedAsync("calls of one, 64 at a time, both sides", async () => (await Task.WhenAll(envelopes.Chunk(1).Select(one => channel.SendAsync(one, default)))).SelectMany(a => a).ToList());
            Timed("receipts", () => outbox.Complete(options.Name, [.. entries.Select((e, i) => AnswerBook.Found(e, answers[i]))], new ChannelVerdict(Answered: true)));
        }

        async Task<T> TimedAsync<T>(string stage, Func<Task<T>> work)
        {
            var before = Environment.CpuUsage.TotalTime;
            var result = await work();
            spent[stage] = spent.GetValueOrDefault(stage) + Environment.CpuUsage.TotalTime - before;
            return result;
        }

        if (!print) return;
        foreach (var (stage, time) in spent)
        {
            var part = stage switch
            {
                "hand in one by one" or "make the record" => singly,
                "hand in 1,000 at a time" => records - singly,
                _ when stage.Contains("both sides", StringComparison.Ordinal) => records / 2,
                _ => records,
            };
            Console.WriteLine($"  {stage,-40}{time.TotalMicroseconds / part,8:N0} µs a record");
        }
    }
}
