using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Tests.Support;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting;

/// <summary>What is sent when, and what a failure holds up.</summary>
public class OutboxTests
{
    private static readonly OutboxLease s_lease = new("province", 100, 1, TimeSpan.FromSeconds(60), _ => TimeSpan.FromSeconds(1));

    [Fact]
    public async Task Lease_NeverHoldsTwoRowsOfARecord_AndKeepsTheirOrder()
    {
        var clock = new TestClock();
        await using var bench = await ReportingBench.StartAsync(time: clock);
        var id = bench.Submit(SampleRecords.License(1))[0];
        var first = bench.Outbox.Lease(s_lease).ShouldHaveSingleItem();
        bench.Submit(SampleRecords.License(1, "另一内容"));
        bench.Ledger.Withdraw(new Withdrawal(id.RecordId, WithdrawalGround.Revoked, "撤销", "test"));

        bench.Outbox.Lease(s_lease).ShouldBeEmpty();
        bench.Outbox.Complete("province", [new OutboxOutcome { Entry = first, State = OutboxState.Accepted, Number = "N1" }], new ChannelVerdict(true)).ShouldBe(1);

        // The revision that nobody ever saw is skipped; the withdrawal comes after the publication, never before.
        var next = bench.Outbox.Lease(s_lease).ShouldHaveSingleItem();
        next.Operation.ShouldBe(OutboxOperation.Withdraw);
        next.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Lease_IsTakenUpByAnother_OnlyWhenItHasRunOut()
    {
        var clock = new TestClock();
        await using var bench = await ReportingBench.StartAsync(time: clock);
        bench.Submit(SampleRecords.License(1));
        var dead = bench.Outbox.Lease(s_lease).ShouldHaveSingleItem();
        dead.MayBeThere.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(59));
        bench.Outbox.Lease(s_lease).ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(2));

        var heir = bench.Outbox.Lease(s_lease).ShouldHaveSingleItem();

        heir.MayBeThere.ShouldBeTrue();
        bench.Outbox.Complete("province", [new OutboxOutcome { Entry = dead, State = OutboxState.Rejected }], null).ShouldBe(0);
        bench.Outbox.Counts("province").Leased.ShouldBe(1);
    }

    [Fact]
    public async Task Withdrawal_IsNotLost_WhenTheChannelLetTheRecordGoBefore()
    {
        await using var bench = await ReportingBench.StartAsync();
        var id = bench.Submit(SampleRecords.License(1))[0];
        await bench.Hub().DrainAsync(once: false, default);

        // The corrected record may not go to any channel: that queues a withdrawal; then it is withdrawn altogether.
        bench.Ledger.Submit([new Submission { Record = new(SampleRecords.License(1, "涉密")), Source = new SourceReference("test", null, "test"), Released = true, ReleasedForSharing = true, Channels = [] }]);
        bench.Ledger.Withdraw(new Withdrawal(id.RecordId, WithdrawalGround.Revoked, "撤销", "test"));
        await bench.Hub().DrainAsync(once: false, default);

        bench.Received().ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawal_IsDropped_WhenThePublicationBeforeItNeverWentOut()
    {
        await using var bench = await ReportingBench.StartAsync();
        var id = bench.Submit(SampleRecords.License(1))[0];
        var other = bench.Submit(SampleRecords.License(2))[0];
        await bench.Hub().DrainAsync(once: false, default);
        bench.Submit(SampleRecords.License(2, "另一内容"));
        var never = bench.Submit(SampleRecords.License(3))[0];
        var leased = bench.Outbox.Lease(s_lease);
        leased.Count.ShouldBe(2);

        // Withdrawn while they are under way: what was to be sent may not be any more.
        foreach (var record in new[] { other, never }) bench.Ledger.Withdraw(new Withdrawal(record.RecordId, WithdrawalGround.Revoked, "撤销", "test"));
        bench.Outbox.Complete("province", [.. leased.Select(e => new OutboxOutcome { Entry = e, State = OutboxState.Superseded, Code = "held-back:withdrawn" })], null).ShouldBe(2);

        // Of the one the province has a former revision, which is taken down; of the other it has nothing.
        var left = bench.Outbox.Lease(s_lease).ShouldHaveSingleItem();
        (left.RecordId, left.Operation).ShouldBe((other.RecordId, OutboxOperation.Withdraw));
        bench.Outbox.Timeline(id.RecordId).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Outage_IsDrainedAtOnce_WhenThePortalReturns()
    {
        await using var bench = await ReportingBench.StartAsync();
        bench.Submit([.. Enumerable.Range(0, 500).Select(i => SampleRecords.License(i))]);
        bench.Faults.Options.Rate = 1;
        bench.Faults.Options.Kinds.Add(FaultKind.Unavailable);
        bench.Faults.Options.Kinds.Add(FaultKind.ServerError);
        var dispatcher = bench.Dispatcher();
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(2))
        {
            await dispatcher.DispatchAsync(default);
            await Task.Delay(10);
        }

        // Waits grow to 0.1 to 0.2 s: a portal that is down is asked a few times a second and not more.
        bench.Faults.Calls.ShouldBeInRange(5, 45);
        bench.Faults.Options.Rate = 0;
        start = TimeProvider.System.GetTimestamp();
        (await bench.Hub().DrainAsync(once: false, default)).Pending.ShouldBe(0);
        TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        bench.Received().Count.ShouldBe(500);
    }

    [Fact]
    public async Task PoisonedRecord_BlocksNoOther_WhenItsCallsFail()
    {
        await using var bench = await ReportingBench.StartAsync();
        var ids = bench.Submit([.. Enumerable.Range(0, 200).Select(i => SampleRecords.License(i))]);
        var channel = new PoisonedChannel(bench, ids[77].PublicId);
        var hub = new ReportHub([bench.Dispatcher(channel: channel)], TimeProvider.System);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (bench.Outbox.Counts("province").Accepted < 199 && !patience.IsCancellationRequested) await hub.DrainAsync(once: true, default);

        bench.Outbox.Counts("province").Accepted.ShouldBe(199);
        bench.Outbox.Counts("province").Open.ShouldBe(1);

        // With the channel calm again a newcomer is not held up either.
        bench.Submit(SampleRecords.License(900));
        while (bench.Outbox.Counts("province").Accepted < 200 && !patience.IsCancellationRequested) await hub.DrainAsync(once: true, default);
        bench.Outbox.Counts("province").Accepted.ShouldBe(200);
    }

    [Fact]
    public async Task Silence_CostsFewCalls_AndDrainsAfterwards()
    {
        var clock = new TestClock();
        await using var bench = await ReportingBench.StartAsync(time: clock);
        bench.Submit([.. Enumerable.Range(0, 50).Select(i => SampleRecords.License(i))]);
        var channel = new SilentChannel();
        var dispatcher = bench.Dispatcher(channel: channel, longestWait: TimeSpan.FromSeconds(30));
        var started = clock.GetUtcNow();
        for (var turn = 0; turn < 150; turn++)
        {
            await dispatcher.DispatchAsync(default);
            clock.Set(bench.Outbox.NextDue("province")!.Value);
        }

        // Once the wait has grown it stays between 15 and 30 s: 150 turns are the better part of an hour, one call each,
        // of a single row. A week at this pace is at most 40,000 small calls.
        (clock.GetUtcNow() - started).ShouldBeGreaterThan(TimeSpan.FromMinutes(40));
        channel.Calls.ShouldBeLessThanOrEqualTo(150);
        channel.Rows.ShouldBeLessThan(150 + 100);
        bench.Outbox.Counts("province").Pending.ShouldBe(50);
        channel.Down = false;
        while ((await dispatcher.DispatchAsync(default)).Taken > 0 || bench.Outbox.Counts("province").Open > 0) clock.Advance(TimeSpan.FromSeconds(1));
        bench.Outbox.Counts("province").Accepted.ShouldBe(50);
    }

    // A clock that once stood a month ahead silenced the channel, and the chores beside it, for a month.
    [Fact, Trait("Requirement", "004-2")]
    public async Task ClockThatRanAhead_SilencesNothing_OnceItIsRight()
    {
        var clock = new TestClock();
        await using var bench = await ReportingBench.StartAsync(time: clock);
        var channel = new SilentChannel();
        var dispatcher = bench.Dispatcher(channel: channel, longestWait: TimeSpan.FromSeconds(30));
        var right = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromDays(30));
        bench.Submit([.. Enumerable.Range(0, 20).Select(i => SampleRecords.License(i))]);
        await dispatcher.DispatchAsync(default);
        bench.Outbox.Claim("province", "alarms", TimeSpan.FromMinutes(1)).ShouldBeTrue();

        clock.Set(right);
        channel.Down = false;
        bench.Outbox.Claim("province", "alarms", TimeSpan.FromMinutes(1)).ShouldBeTrue();
        bench.Outbox.Claim("province", "alarms", TimeSpan.FromMinutes(1)).ShouldBeFalse();
        for (var second = 0; second < 300 && bench.Outbox.Counts("province").Open > 0; second++)
        {
            await dispatcher.DispatchAsync(default);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        bench.Outbox.Counts("province").Accepted.ShouldBe(20);
    }

    [Fact]
    public async Task UnknownRow_WaitsForAPerson_WhenTheChannelCannotBeAsked()
    {
        var clock = new TestClock();
        await using var bench = await ReportingBench.StartAsync(time: clock);
        bench.Submit(SampleRecords.License(1));
        var channel = new SilentChannel { CanLookUp = false, Answer = ReportAnswer.Unknown(AnswerScope.Call, "timeout") };
        await bench.Dispatcher(channel: channel).DispatchAsync(default);
        clock.Advance(TimeSpan.FromDays(30));
        (await bench.Dispatcher(channel: channel).DispatchAsync(default)).Taken.ShouldBe(0);
        channel.Calls.ShouldBe(1);

        var waiting = bench.Outbox.Waiting("province", 10).ShouldHaveSingleItem();
        bench.Outbox.Settle(waiting.Entry.Id, isThere: true, "省编号 17").ShouldBeTrue();
        bench.Outbox.Timeline(waiting.Entry.RecordId)[0].Number.ShouldBe("省编号 17");
    }

    [Fact]
    public async Task Pause_StopsEveryNode_UntilResumed()
    {
        await using var bench = await ReportingBench.StartAsync();
        bench.Submit(SampleRecords.License(1));
        bench.Outbox.Pause("province", paused: true);
        (await bench.Hub().DrainAsync(once: false, default)).ShouldBe(new(0, 0, 0, 1));
        bench.Outbox.Pause("province", paused: false);
        (await bench.Hub().DrainAsync(once: false, default)).ShouldBe(new(1, 1, 0, 0));
    }

    [Fact]
    public async Task Resend_GoesOutUnderANewKey_WhenAPersonAsks()
    {
        await using var bench = await ReportingBench.StartAsync();
        bench.Submit(SampleRecords.License(1) with { Category = "不在表内" });
        await bench.Hub().DrainAsync(once: false, default);
        var refused = bench.Outbox.Waiting("province", 10).ShouldHaveSingleItem();

        bench.Outbox.Resend(refused.Entry.Id).ShouldBeTrue();
        (await bench.Hub().DrainAsync(once: false, default)).Rejected.ShouldBe(1);

        bench.Store.Counts().Rejected.ShouldBe(2);
        bench.Store.Counts().Repeats.ShouldBe(0);
    }
}
