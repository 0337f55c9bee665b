using CreditKit.Benchmarks.Storm;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Reporting;

namespace CreditKit.Tests.Reporting;

/// <summary>Everything at once: changes while sending, every fault, two dispatchers, one of which keeps dying.</summary>
public class StormTests
{
    private const int Records = 300;

    [Fact, Trait("Requirement", "000-14"), Trait("Requirement", "004-16")]
    public async Task Portal_EndsWithWhatTheLedgerHas_WhenEveryFifthCallFails()
    {
        await using var bench = await ReportingBench.StartAsync(o =>
        {
            o.Faults.Rate = 0.2;
            o.Faults.Seed = 20261122;
        });

        // Each node has its own connection to the ledger, as a process of its own would.
        var second = new SqliteOutbox(bench.OpenLedger());
        var dispatchers = new[] { bench.Dispatcher(settings: Hasty(bench)), bench.Dispatcher(settings: Hasty(bench), outbox: second) };
        var ids = bench.Submit([.. Enumerable.Range(0, Records).Select(i => Record(i, 1))]);
        using var stop = new CancellationTokenSource();
        var nodes = dispatchers.Select((d, i) => Task.Run(() => NodeAsync(d, dies: i == 1, stop.Token))).ToArray();

        // A dispatcher that dies right after taking rows: nobody gives them back, only the end of the lease does.
        second.Lease(new OutboxLease("province", 10, 1, TimeSpan.FromSeconds(1), _ => TimeSpan.Zero));
        for (var i = 0; i < Records; i += 3) bench.Submit(Record(i, 2));
        for (var i = 0; i < Records; i += 6) bench.Submit(Record(i, 3));
        for (var i = 0; i < Records; i += 7) bench.Ledger.Withdraw(new Withdrawal(ids[i].RecordId, WithdrawalGround.Revoked, "被依法撤销", "test"));

        var deadline = TimeProvider.System.GetTimestamp();
        while (bench.Outbox.Counts("province").Open > 0 && TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(90)) await Task.Delay(50);
        await stop.CancelAsync();
        await Task.WhenAll(nodes);

        bench.Outbox.Counts("province").Open.ShouldBe(0);
        var received = bench.Received(withWithdrawn: true);
        for (var i = 0; i < Records; i++)
        {
            var ledger = bench.Ledger.Find(ids[i].RecordId)!;
            if (ledger.Standing.WithdrawnAt is not null && !received.ContainsKey(ids[i].PublicId)) continue;
            var row = received[ids[i].PublicId];
            row.State.ShouldBe(ledger.Standing.WithdrawnAt is null ? "在库" : "已撤下");
            row.Revision.ShouldBe(ledger.Revision);
            row.Revisions.ShouldBeLessThanOrEqualTo(ledger.Revision);
        }

        received.Values.Count(r => r.State == "在库").ShouldBe(Records - ids.Where((_, i) => i % 7 == 0).Count());
        bench.Store.Counts().OutOfOrder.ShouldBe(0);
        bench.Faults.Faults.ShouldBeGreaterThan(0);
    }

    [Theory, Trait("Requirement", "000-14"), Trait("Requirement", "004-16")]
    [InlineData("portal-api")]
    [InlineData("soap-xml")]
    [InlineData("city-service")]
    [InlineData("exchange-table")]
    public async Task Receiver_EndsWithWhatTheLedgerHas_WhenSendersAreKilled(string type)
    {
        var seed = Environment.TickCount;
        var figures = await StormRun.RunAsync(StormRoad.All.First(r => r.Type == type), 200, 2, seed, TimeSpan.FromSeconds(120));

        figures.Held.ShouldBeTrue($"seed {seed}: {figures}");
        figures.Kills.ShouldBe(2);
        figures.Faults.ShouldBeGreaterThan(0);
    }

    private static ChannelOptions Hasty(ReportingBench bench)
    {
        var options = ReportingBench.Options(bench.Address, 25);
        options.Timeout = TimeSpan.FromSeconds(0.5);
        return options;
    }

    private static CreditRecord Record(int i, int revision) => i % 2 == 0 ? SampleRecords.License(i, $"食品经营 第{revision}版") : SampleRecords.Penalty(i, $"罚款二千元 第{revision}版");

    private static async Task NodeAsync(CreditKit.Reporting.Dispatcher dispatcher, bool dies, CancellationToken stop)
    {
        for (var turn = 1; !stop.IsCancellationRequested; turn++)
        {
            using var life = CancellationTokenSource.CreateLinkedTokenSource(stop);
            if (dies && turn % 4 == 0) life.CancelAfter(TimeSpan.FromMilliseconds(5));
            try
            {
                if ((await dispatcher.DispatchAsync(life.Token)).Taken == 0) await Task.Delay(5, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // That node stopped before it took anything; it comes back.
            }
        }
    }
}
