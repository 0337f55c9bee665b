using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Reporting;

/// <summary>Who holds rows, and what becomes of them when it dies.</summary>
public class SenderTests
{
    private static readonly OutboxLease s_lease = new("province", 100, 1, TimeSpan.FromMinutes(2), _ => TimeSpan.FromSeconds(1));

    [Fact]
    public async Task Rows_AreTakenUpAtOnce_WhenTheirSenderIsDead()
    {
        await using var bench = await ReportingBench.StartAsync(time: new TestClock());
        bench.Submit(SampleRecords.License(1), SampleRecords.License(2));
        var other = bench.OpenLedger();
        new SqliteOutbox(other).Lease(s_lease).Count.ShouldBe(2);
        new SqliteOutbox(bench.Database).Lease(s_lease).ShouldBeEmpty();

        // The operating system does the same to the mark of a killed process as this does.
        other.Dispose();

        var heir = new SqliteOutbox(bench.Database).Lease(s_lease);
        heir.Count.ShouldBe(2);
        heir.ShouldAllBe(e => e.MayBeThere);
        SenderMark.Known(bench.Database.Path).ShouldBe([bench.Database.Sender.Id]);
    }

    [Fact]
    public async Task Rows_StayWithALivingSender_WhoeverElseAsks()
    {
        await using var bench = await ReportingBench.StartAsync(time: new TestClock());
        bench.Submit(SampleRecords.License(1));
        var slow = bench.OpenLedger();
        var held = new SqliteOutbox(slow).Lease(s_lease).ShouldHaveSingleItem();
        for (var i = 0; i < 5; i++) new SqliteOutbox(bench.Database).Lease(s_lease).ShouldBeEmpty();

        new SqliteOutbox(slow).Complete("province", [new OutboxOutcome { Entry = held, State = OutboxState.Accepted, Number = "N" }], null).ShouldBe(1);
    }

    [Fact]
    public async Task Rows_WaitForTheTimeOut_WhenTheReceiverKnowsNoKeys()
    {
        var clock = new TestClock();
        await using var bench = await ReportingBench.StartAsync(time: clock);
        bench.Submit(SampleRecords.License(1));
        var other = bench.OpenLedger();
        new SqliteOutbox(other).Lease(s_lease).ShouldHaveSingleItem();
        other.Dispose();
        var careful = s_lease with { Grace = TimeSpan.FromSeconds(30) };

        new SqliteOutbox(bench.Database).Lease(careful).ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(30));

        new SqliteOutbox(bench.Database).Lease(careful).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Mark_Stays_WhileAnotherChannelHasRowsOfTheDead()
    {
        await using var bench = await ReportingBench.StartAsync(time: new TestClock());
        var submission = new Submission { Record = new(SampleRecords.License(1)), Source = new("test", null, "test"), ReleasedForSharing = true, Channels = ["province", "city"] };
        bench.Ledger.Submit([submission]);
        var other = bench.OpenLedger();
        new SqliteOutbox(other).Lease(s_lease).ShouldHaveSingleItem();
        new SqliteOutbox(other).Lease(s_lease with { Channel = "city" }).ShouldHaveSingleItem();
        other.Dispose();

        new SqliteOutbox(bench.Database).Lease(s_lease).ShouldHaveSingleItem();
        SenderMark.Known(bench.Database.Path).Count().ShouldBe(2);

        new SqliteOutbox(bench.Database).Lease(s_lease with { Channel = "city" }).ShouldHaveSingleItem();
        SenderMark.Known(bench.Database.Path).Count().ShouldBe(1);
    }
}
