using CreditKit.Cases;
using CreditKit.Records;
using static CreditKit.Tests.Cases.CaseFixture;

namespace CreditKit.Tests.Cases;

public class ConcealmentRiskTests
{
    [Fact]
    [Trait("Requirement", "001-28")]
    [Trait("Requirement", "000-23")]
    public async Task List_HoldsWhatIsDecidedAndHidden_WithoutARecordedReason()
    {
        using var f = new CaseFixture();
        var waiting = f.Submit(Penalty("云市监罚〔2026〕1号") with { DecisionDate = Day(2026, 11, 20) }, released: false);
        var late = f.Submit(Penalty("云市监罚〔2026〕2号"), released: false);
        f.Submit(Penalty("云市监罚〔2026〕3号"));
        f.Submit(Penalty("云市监罚〔2026〕4号") with { PenaltyCategories = ["警告"], FineAmount = null, Severity = Severity.Slight }, released: false);
        var down = f.Submit(Penalty("云市监罚〔2026〕5号"));
        await f.Office.Withdrawals.NoticeAsync(down.PublicId, WithdrawalGround.Revoked, Day(2026, 11, 23), Says("撤销"));

        var risks = ConcealmentRisk.Of(f.Ledger.All(), f.Policy, f.Clock.GetUtcNow());

        // 7 working days after 2026-11-02 end on 2026-11-11; after 2026-11-20 on 2026-12-01.
        risks.Select(r => (r.RecordId, r.Code, r.PublishBy, r.Overdue)).ShouldBe(
            [(late.PublicId, "not-reviewed", Day(2026, 11, 11), true), (waiting.PublicId, "not-reviewed", Day(2026, 12, 1), false)]);
    }

    [Fact]
    [Trait("Requirement", "000-23")]
    public void Stock_IsListed_ButNeverOverdue_WhenItsDayLayBeforeTheLedger()
    {
        using var f = new CaseFixture();
        f.Submit(Penalty("云市监罚〔2026〕2号"), released: false);

        // Due by 2026-11-11.
        var onTheDay = ConcealmentRisk.Of(f.Ledger.All(), f.Policy, f.Clock.GetUtcNow(), Day(2026, 11, 11)).ShouldHaveSingleItem();
        var before = ConcealmentRisk.Of(f.Ledger.All(), f.Policy, f.Clock.GetUtcNow(), Day(2026, 11, 12)).ShouldHaveSingleItem();

        (onTheDay.Overdue, onTheDay.Stock).ShouldBe((true, false));
        (before.Overdue, before.Stock, before.PublishBy).ShouldBe((false, true, Day(2026, 11, 11)));
    }

    [Fact]
    [Trait("Requirement", "000-23")]
    public void Record_ReviewedButNeverPublished_IsARisk()
    {
        using var f = new CaseFixture();
        var record = f.Record(f.Submit(Penalty()));
        var stuck = record with { Standing = record.Standing with { PublishedAt = null } };
        ConcealmentRisk.Of(stuck, f.Policy, f.Clock.GetUtcNow())!.Code.ShouldBe("not-published-yet");
    }
}
