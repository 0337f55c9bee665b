using CreditKit.Cases;
using CreditKit.Ledger;
using CreditKit.Ledger.CaseFiles;
using CreditKit.Policy;
using CreditKit.Records;
using static CreditKit.Tests.Cases.CaseFixture;

namespace CreditKit.Tests.Cases;

public class WithdrawalDeskTests
{
    [Fact]
    [Trait("Requirement", "000-32")]
    public async Task Notice_TakesTheRecordDown_AndRecordsBothClocks()
    {
        using var f = new CaseFixture();
        var record = f.Submit(Penalty());
        f.Clock.Set(At(2026, 9, 30, 16));

        var clock = await f.Office.Withdrawals.NoticeAsync(record.PublicId, WithdrawalGround.Revoked, Day(2026, 9, 30), Says("复议机关撤销原决定"));

        // 3 working days after 2026-09-30: 10-08, 10-09 and the worked Saturday 10-10.
        (clock.SameDay, clock.LimitOn, clock.DoneAt).ShouldBe((Day(2026, 9, 30), Day(2026, 10, 10), At(2026, 9, 30, 16)));
        f.Record(record).Standing.WithdrawalGround.ShouldBe(WithdrawalGround.Revoked);
        await f.Office.Withdrawals.NoticeAsync(record.PublicId, WithdrawalGround.Revoked, Day(2026, 9, 30), Says("复议机关撤销原决定"));
        f.Office.Withdrawals.ClocksOf(record.PublicId).Count.ShouldBe(1);
        f.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public async Task CrashAfterTheNotice_IsFinishedAtTheNextStart()
    {
        using var f = new CaseFixture();
        var record = f.Submit(Penalty());
        f.Intake.DiesBefore = true;
        await Should.ThrowAsync<IOException>(() => f.Office.Withdrawals.NoticeAsync(record.PublicId, WithdrawalGround.FoundVoid, Day(2026, 11, 23), Says("法院确认无效")));
        f.Restart();
        f.Record(record).Standing.WithdrawnAt.ShouldBeNull();

        (await f.Office.HealAsync()).ShouldBe(1);

        var after = f.Record(record);
        (after.Standing.WithdrawalGround, after.WithdrawalReason).ShouldBe((WithdrawalGround.FoundVoid, "法院确认无效"));
        f.Office.Withdrawals.ClocksOf(record.PublicId).ShouldHaveSingleItem().DoneAt.ShouldNotBeNull();
        (await f.Office.HealAsync()).ShouldBe(0);
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public void Suspension_HidesTheRecord_UntilItIsLifted()
    {
        using var f = new CaseFixture();
        var record = f.Submit(Penalty());
        bool Visible()
        {
            var now = f.Record(record);
            return f.Policy.Decide(now.Record.Value, now.Standing, Destination.OwnSite).IsVisibleAt(f.Clock.GetUtcNow(), now.Standing);
        }

        Visible().ShouldBeTrue();
        f.Office.Withdrawals.Mark(record.PublicId, RecordMark.ReviewPending, true, Says("云州市人民政府受理复议")).ShouldBeTrue();
        Visible().ShouldBeTrue("a pending lawsuit is marked, not hidden");
        f.Record(record).Standing.ReviewPending.ShouldBeTrue();
        f.Office.Withdrawals.Mark(record.PublicId, RecordMark.EnforcementSuspended, true, Says("停止执行")).ShouldBeTrue();
        Visible().ShouldBeFalse();
        f.Projected.ShouldContain(record.RecordId);
        f.Office.Withdrawals.Mark(record.PublicId, RecordMark.EnforcementSuspended, true, Says("停止执行")).ShouldBeFalse();
        f.Office.Withdrawals.Mark(record.PublicId, RecordMark.EnforcementSuspended, false, Says("复议维持")).ShouldBeTrue();
        Visible().ShouldBeTrue();
        f.Office.Withdrawals.MarksOf(record.PublicId).Select(m => (m.Mark, m.Reason, m.LiftReason)).ShouldBe(
            [(RecordMark.ReviewPending, "云州市人民政府受理复议", null), (RecordMark.EnforcementSuspended, "停止执行", "复议维持")]);
        Should.Throw<CreditKitException>(() => f.Office.Withdrawals.Mark(record.PublicId, RecordMark.ReviewPending, false, Says(" "))).Code.ShouldBe("CK1704");
    }

    [Theory]
    [Trait("Requirement", "002-2")]
    [InlineData(DecisionRelation.Revokes, WithdrawalGround.Revoked)]
    [InlineData(DecisionRelation.Changes, WithdrawalGround.Changed)]
    public async Task LaterDecision_IsLinkedBothWays_AndTakesTheEarlierPenaltyDown(object relation, WithdrawalGround ground)
    {
        using var f = new CaseFixture();
        var earlier = f.Submit(Penalty());
        var later = f.Submit(Penalty("云市监罚变〔2026〕1号"));

        await f.Office.Withdrawals.LinkAsync(later.PublicId, earlier.PublicId, (DecisionRelation)relation, Day(2026, 11, 23), Says("作出新的决定"));

        f.Record(earlier).Standing.WithdrawalGround.ShouldBe(ground);
        f.Record(later).Standing.WithdrawnAt.ShouldBeNull();
        f.Office.Withdrawals.LinksOf(earlier.PublicId).Select(l => (l.Other.PublicId, l.IsLater)).ShouldBe([(later.PublicId, true)]);
        f.Office.Withdrawals.LinksOf(later.PublicId).Select(l => (l.Other.PublicId, l.IsLater)).ShouldBe([(earlier.PublicId, false)]);
    }

    [Theory]
    [Trait("Requirement", "002-2")]
    [InlineData(DecisionRelation.Cancels)]
    [InlineData(DecisionRelation.Revokes)]
    public async Task CancelledLicence_StaysWithItsStatus(object relation)
    {
        using var f = new CaseFixture();
        AdministrativeLicense License(string number) => new() { DocumentNumber = number, DecisionDate = Day(2026, 11, 2), Counterpart = Penalty().Counterpart, DecidingAuthority = new Authority("云州市行政审批局") };
        var earlier = f.Submit(License("云审〔2026〕1号"));
        var later = f.Submit(License("云审注〔2026〕2号"));
        (await f.Office.Withdrawals.LinkAsync(later.PublicId, earlier.PublicId, (DecisionRelation)relation, Day(2026, 11, 23), Says("依法注销"))).ShouldBeNull();
        f.Record(earlier).Standing.WithdrawnAt.ShouldBeNull();
        (await Should.ThrowAsync<CreditKitException>(() => f.Office.Withdrawals.LinkAsync(later.PublicId, later.PublicId, DecisionRelation.Cancels, Day(2026, 11, 23), Says()))).Code.ShouldBe("CK1714");
    }
}
