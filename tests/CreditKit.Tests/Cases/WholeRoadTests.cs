using CreditKit.Cases;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Tests.Support;
using static CreditKit.Tests.Cases.CaseFixture;

namespace CreditKit.Tests.Cases;

public class WholeRoadTests
{
    [Fact]
    [Trait("Requirement", "000-31")]
    [Trait("Requirement", "003-14")]
    public async Task Objection_MarksAmendsAndTakesDown_OnTheColumnItself()
    {
        using var folder = new TempFolder();
        var clock = new TestClock(At(2026, 11, 23));
        var options = new CreditKitOptions { DataDirectory = folder.Path };
        options.Agency.Name = "云州市市场监督管理局";
        options.Cases.Enabled = true;
        using var engine = CreditKitEngine.Open(options, clock);
        engine.Projector.CatchUp();
        var agency = new Authority("云州市市场监督管理局", Codes.CreditCode(11, "11"));
        var penalty = Penalty() with
        {
            Counterpart = Penalty().Counterpart with { UnifiedSocialCreditCode = Codes.CreditCode(5) },
            DecidingAuthority = agency,
            DataSource = agency,
            ViolationType = "销售超过保质期的食品",
            LegalBasis = "《中华人民共和国食品安全法》第一百二十四条",
            PenaltyContent = "罚款人民币贰万元整",
            Reviewer = "审查员",
            ReviewedOn = Day(2026, 11, 3),
        };
        var source = new SourceReference("测试", null, "tester");
        var submitted = await engine.Intake.SubmitAsync(penalty, source);
        submitted.Id.ShouldNotBeNull(string.Join("；", submitted.Issues.Where(i => i.Severity == CreditKit.Validation.IssueSeverity.Block).Select(i => $"{i.Rule} {i.Message}")));
        var id = submitted.Id!;
        engine.Query.Find(id).Record!.UnderObjection.ShouldBeFalse();

        var receipt = (await engine.Cases.Inbox.FileAsync(Objection(id))).Receipt!;
        engine.Cases.Desk.Admit(receipt.Number, Says());
        engine.Query.Find(id).Record!.UnderObjection.ShouldBeTrue();
        engine.Cases.Desk.Verify(receipt.Number, Says());
        await engine.Cases.Desk.AmendAsync(receipt.Number, Says("金额有误"), penalty with { FineAmount = 10000m, PenaltyContent = "罚款人民币壹万元整" });
        var amended = engine.Query.Find(id).Record!;
        (amended.UnderObjection, amended.Corrected, amended.Revision).ShouldBe((false, true, 2));
        amended.Fields.ShouldContain(f => f.Value == "10,000.00 元");

        engine.Cases.Withdrawals.Mark(id, RecordMark.EnforcementSuspended, true, Says("复议期间停止执行"));
        engine.Query.Find(id).Record.ShouldBeNull();
        engine.Cases.Withdrawals.Mark(id, RecordMark.EnforcementSuspended, false, Says("恢复执行"));
        engine.Query.Find(id).Record.ShouldNotBeNull();

        await engine.Cases.Platform.ApplyAsync(new ExternalResult("province", "XF-1", penalty.DocumentNumber!, null, true, WithdrawalGround.Repaired, "信用中国准予修复", Day(2026, 11, 23)), "system");
        engine.Query.Find(id).Record.ShouldBeNull();
        engine.Query.Find(id).Notice.ShouldBeNull("a repaired record leaves no trace on the column");
        engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }
}
