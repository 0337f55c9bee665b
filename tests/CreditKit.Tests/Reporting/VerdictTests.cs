using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting;

/// <summary>A whole batch is taken, single rows are refused later.</summary>
public class VerdictTests
{
    [Theory]
    [InlineData("key")]
    [InlineData("id")]
    [InlineData("number")]
    [InlineData("document")]
    public async Task Row_WaitsForAPerson_WhenItIsRefusedLater(string known)
    {
        var clock = new TestClock();
        await using var bench = await ReportingBench.StartAsync(time: clock);
        var record = SampleRecords.License(2);
        var ids = bench.Submit(SampleRecords.License(1), record);
        await bench.DrainAsync();
        var accepted = bench.Outbox.Timeline(ids[1].RecordId)[0];
        var refusal = ReportAnswer.Rejected("1001", "验证规则代码:1001;错误描述:未查询到主体或查询到的主体信息不匹配");
        var channel = new LateChannel(known switch
        {
            "key" => new LateVerdict { Answer = refusal, Key = $"{ids[1].PublicId}.1.upsert" },
            "id" => new LateVerdict { Answer = refusal, RecordId = ids[1].PublicId },
            "number" => new LateVerdict { Answer = refusal, Number = accepted.Number!.Split('/')[0] },
            _ => new LateVerdict { Answer = refusal, DocumentNumber = record.DocumentNumber, CounterpartName = record.Counterpart.Name },
        });
        var desk = new VerdictDesk(channel, bench.Outbox, bench.Ledger, clock, NullLogger.Instance);

        (await desk.TakeInAsync(default)).ShouldBe(1);

        var waiting = bench.Outbox.Waiting("province", 10).ShouldHaveSingleItem();
        waiting.Entry.RecordId.ShouldBe(ids[1].RecordId);
        waiting.Answer!.ShouldContain("未查询到主体");
        RefusalHint.For(waiting.Code, waiting.Answer).ShouldContain("企业更名");

        // The same verdict comes again; then a person mends the record.
        (await desk.TakeInAsync(default)).ShouldBe(0);
        channel.Since.ShouldBe(clock.GetUtcNow() - TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1));
        bench.Submit(record with { Content = "更正后的内容" });
        (await bench.DrainAsync()).Accepted.ShouldBe(1);
        bench.Outbox.Waiting("province", 10).ShouldBeEmpty();
    }

    [Fact, Trait("Requirement", "000-15")]
    public async Task Portal_RefusesARowThatItHadTaken_AndAPersonHandsItInAgain()
    {
        await using var bench = await ReportingBench.StartAsync(o => o.Faults.RefuseAfter = TimeSpan.Zero);
        var ids = bench.Submit(SampleRecords.License(1), SampleRecords.License(2));
        bench.Faults.Next(FaultKind.LateRefusal);
        await bench.DrainAsync();
        bench.Outbox.Counts("province").Accepted.ShouldBe(2);
        using var channel = new PortalApiChannel(ReportingBench.Options(bench.Address), bench.Time);
        var desk = new VerdictDesk(channel, bench.Outbox, bench.Ledger, bench.Time, NullLogger.Instance);

        (await desk.TakeInAsync(default)).ShouldBe(1);

        var waiting = bench.Outbox.Waiting("province", 10).ShouldHaveSingleItem();
        (waiting.Entry.RecordId, waiting.Code).ShouldBe((ids[0].RecordId, "1001"));
        bench.Received().Count.ShouldBe(1);
        bench.Outbox.Resend(waiting.Entry.Id).ShouldBeTrue();
        await bench.DrainAsync();
        bench.Received().Count.ShouldBe(2);
        (await desk.TakeInAsync(default)).ShouldBe(0);
        bench.Outbox.Waiting("province", 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task Event_IsAppliedOnce_ThoughTheListGoesOnShowingIt()
    {
        var clock = new TestClock();
        await using var bench = await ReportingBench.StartAsync(time: clock);
        var record = SampleRecords.License(1);
        bench.Submit(record);
        await bench.DrainAsync();
        var number = bench.Outbox.Timeline(1)[0].Number!.Split('/')[0];
        var refusal = new LateVerdict { Number = number, At = "2026-11-22 10:00:00", Answer = ReportAnswer.Rejected("1001", "退回") };
        var desk = new VerdictDesk(new LateChannel(refusal), bench.Outbox, bench.Ledger, clock, NullLogger.Instance);
        (await desk.TakeInAsync(default)).ShouldBe(1);

        // Mended and taken under the same number, which the list still calls refused; then it is refused once more.
        bench.Submit(record with { Content = "更正后的内容" });
        await bench.DrainAsync();
        (await desk.TakeInAsync(default)).ShouldBe(0);
        bench.Outbox.Waiting("province", 10).ShouldBeEmpty();
        var again = new VerdictDesk(new LateChannel(refusal, refusal with { At = "2026-11-22 11:00:00" }), bench.Outbox, bench.Ledger, clock, NullLogger.Instance);
        (await again.TakeInAsync(default)).ShouldBe(1);
    }

    [Fact]
    public async Task Row_ThatWasRefusedLater_IsTakenDownWithItsRecord()
    {
        await using var bench = await ReportingBench.StartAsync();
        var id = bench.Submit(SampleRecords.License(1))[0];
        await bench.DrainAsync();
        bench.Outbox.Judge("province", new OutboxVerdict { Accepted = false, Key = $"{id.PublicId}.1.upsert", Code = "1001", Words = "退回" }).ShouldBeTrue();

        bench.Ledger.Withdraw(new Withdrawal(id.RecordId, WithdrawalGround.Revoked, "被依法撤销", "test"));
        (await bench.DrainAsync()).Accepted.ShouldBe(1);

        bench.Received().ShouldBeEmpty();
        bench.Outbox.Waiting("province", 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refusal_OfARevisionThatWasReplaced_TroublesNobody()
    {
        await using var bench = await ReportingBench.StartAsync();
        var id = bench.Submit(SampleRecords.License(1))[0];
        await bench.DrainAsync();
        bench.Submit(SampleRecords.License(1, "第二版"));
        await bench.DrainAsync();

        bench.Outbox.Judge("province", new OutboxVerdict { Accepted = false, Key = $"{id.PublicId}.1.upsert", Code = "1001", Words = "退回" }).ShouldBeTrue();

        bench.Outbox.Waiting("province", 10).ShouldBeEmpty();
        bench.Outbox.Timeline(id.RecordId)[0].Answer.ShouldBe("退回");
    }

    private sealed class LateChannel(params LateVerdict[] verdicts) : IReportChannel, ILateVerdicts
    {
        public DateTimeOffset Since { get; private set; }

        public string Name => "province";

        public bool CanLookUp => false;

        public Task<IReadOnlyList<LateVerdict>?> VerdictsAsync(DateTimeOffset since, CancellationToken cancellation)
        {
            Since = since;
            return Task.FromResult<IReadOnlyList<LateVerdict>?>(verdicts);
        }

        public Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<ReportAnswer?>> LookUpAsync(IReadOnlyList<ReportEnvelope> envelopes, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
