using CreditKit.Ledger;
using CreditKit.Reporting;
using CreditKit.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

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
