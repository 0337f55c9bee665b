using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Reporting;

namespace CreditKit.Tests.Reporting;

/// <summary>The monthly statement.</summary>
public class StatementTests
{
    [Fact, Trait("Requirement", "000-21"), Trait("Requirement", "002-24")]
    public async Task Statement_CountsWhatWasReportedAndWhyNot_AndHasNilReports()
    {
        await using var bench = await ReportingBench.StartAsync();
        bench.Submit(SampleRecords.Penalty(1), SampleRecords.Penalty(2), SampleRecords.Penalty(3) with { Counterpart = SampleRecords.Penalty(3).Counterpart with { UnifiedSocialCreditCode = "91110105000000000X" } });
        await bench.DrainAsync();
        bench.Submit(SampleRecords.Penalty(4), SampleRecords.License(5));
        bench.Decide = (record, standing, destination) => record.DocumentNumber == SampleRecords.Penalty(4).DocumentNumber
            ? ReportingBench.Allow(record, standing, destination) with { Reasons = [new DecisionReason("summary", "适用简易程序。", "P2026", "424号（五）", Blocks: true)] }
            : ReportingBench.Allow(record, standing, destination);

        var agency = SampleRecords.Penalty(1).DecidingAuthority;
        var rows = new MonthlyStatement(bench.Ledger, bench.Outbox, bench.Router, _ => true).Make(new DateOnly(2026, 4, 15), [agency, new Authority("云泽市=林业局", null)]);

        rows.Count.ShouldBe(2);
        var own = rows[0];
        own.Licenses.Produced.ShouldBe(0);
        own.Penalties.Produced.ShouldBe(4);
        own.Penalties.Published.ShouldBe(4);
        own.Penalties.Reported.ShouldBe(2);
        own.Penalties.Why.ShouldBe("平台退回，待更正（1）；适用简易程序（1）");
        rows[1].IsNil.ShouldBeTrue();
        MonthlyStatement.DueOn(new DateOnly(2026, 12, 31)).ShouldBe(new DateOnly(2027, 1, 10));
        var csv = MonthlyStatement.Csv(new DateOnly(2026, 4, 1), rows, "https://xx.gov.cn/shuanggongshi").Split("\r\n");
        csv[0].Count(c => c == ',').ShouldBe(14);
        csv[1].ShouldContain("\"2026-04\",\"https://xx.gov.cn/shuanggongshi\",\"0\",\"0\",\"0\",\"0\",\"\",\"4\",\"4\",\"2\",\"2\"");
        csv[2].ShouldEndWith("\"零报送\"");
    }
}
