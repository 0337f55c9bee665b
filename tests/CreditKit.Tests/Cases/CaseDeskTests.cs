using CreditKit.Cases;
using CreditKit.Intake;
using CreditKit.Ledger;
using CreditKit.Records;
using static CreditKit.Tests.Cases.CaseFixture;

namespace CreditKit.Tests.Cases;

public class CaseDeskTests
{
    [Fact]
    [Trait("Requirement", "000-31")]
    public async Task Objection_IsMaintained_StepByStep()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out var record);
        f.Record(record).Standing.UnderObjection.ShouldBeFalse();

        f.Office.Desk.Admit(receipt.Number, Says());
        f.Record(record).Standing.UnderObjection.ShouldBeTrue("marked while it is handled");
        f.Projected.ShouldContain(record.RecordId);
        f.Office.Desk.Verify(receipt.Number, Says("经核对，公示内容与决定书一致"));
        f.Office.Desk.Maintain(receipt.Number, Says("与决定书一致") with { Reply = "公示内容与决定书一致，维持。" });

        f.Record(record).Standing.UnderObjection.ShouldBeFalse();
        var status = (await f.Office.Inbox.StatusAsync(receipt.Number, receipt.Secret))!;
        (status.StateText, status.Closed, status.Reply).ShouldBe(("维持", true, "公示内容与决定书一致，维持。"));
        status.Steps.Select(s => s.Text).ShouldBe(["收到", "受理", "向作出决定的机关核实", "决定维持"]);
        f.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "002-20")]
    public void Result_IsPublishedMasked_WithoutWhoFiled()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out var record);
        f.Office.Desk.Admit(receipt.Number, Says());
        f.Office.Desk.Verify(receipt.Number, Says());
        var identity = Codes.IdentityNumber(7);
        f.Office.Desk.Maintain(receipt.Number, Says() with { PublicText = $"林晓舟（{identity}，电话0591-83331234）所述与周予安签收的决定书不符。" });

        var notice = f.Office.Inbox.PublishedOf(record.PublicId).ShouldHaveSingleItem();
        notice.Title.ShouldBe("异议处理结果：维持");
        notice.Text.ShouldStartWith("对云市监罚〔2026〕1号的异议（理由：错误），经向作出决定的机关核实，处理结果：维持。说明：");
        foreach (var hidden in new[] { "林晓舟", identity, "83331234", "周予安", receipt.Number, "一万元" }) notice.Text.ShouldNotContain(hidden);
        notice.Id.ShouldNotContain(receipt.Number);
        f.Office.Inbox.Published(10).ShouldHaveSingleItem().Id.ShouldBe(notice.Id);
    }

    [Fact]
    [Trait("Requirement", "002-20")]
    public void PublicNotice_Stands_ForItsTerm()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out _);
        f.Office.Desk.Refuse(receipt.Number, Says("不是本机关作出的决定"));

        f.Clock.Set(At(2027, 11, 23));
        f.Office.Inbox.Published(10).Count.ShouldBe(1);
        f.Clock.Set(At(2027, 11, 24, 0));
        f.Office.Inbox.Published(10).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "002-20")]
    public void Result_IsNotPublished_WhereItIsSwitchedOffAndTheRegionDoesNotAsk()
    {
        using var f = new CaseFixture();
        f.Options.PublishResults = false;
        f.Office.Desk.Refuse(f.FileObjection(out _).Number, Says());
        f.Office.Inbox.Published(10).ShouldBeEmpty();

        using var xiamen = new CaseFixture("xiamen");
        xiamen.Options.PublishResults = false;
        xiamen.Office.Desk.Refuse(xiamen.FileObjection(out _).Number, Says());
        xiamen.Office.Inbox.Published(10).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "000-31")]
    public async Task Amendment_MakesANewRevision()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out var record);
        f.Office.Desk.Admit(receipt.Number, Says());
        f.Office.Desk.Verify(receipt.Number, Says());

        var file = await f.Office.Desk.AmendAsync(receipt.Number, Says("金额有误") with { PublicText = "罚款金额更正为一万元" }, Penalty() with { FineAmount = 10000m });

        file.State.ShouldBe(CaseState.Amended);
        file.Closed.ShouldBeTrue();
        f.Record(record).Revision.ShouldBe(2);
        ((AdministrativePenalty)f.Record(record).Record.Value).FineAmount.ShouldBe(10000m);
        f.Record(record).Standing.UnderObjection.ShouldBeFalse();
        f.Office.Inbox.Published(10).ShouldHaveSingleItem().Title.ShouldBe("异议处理结果：修改");
    }

    [Fact]
    [Trait("Requirement", "002-5")]
    public async Task Amendment_ThatDoesNotPassTheChecks_ChangesNothingAndGoesBack()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out var record);
        f.Office.Desk.Admit(receipt.Number, Says());
        f.Office.Desk.Verify(receipt.Number, Says());

        var fault = await Should.ThrowAsync<CreditKitException>(() => f.Office.Desk.AmendAsync(receipt.Number, Says(), Penalty() with { DocumentNumber = null }));

        fault.Code.ShouldBe("CK1706");
        fault.Message.ShouldContain("缺少文书号");
        f.Record(record).Revision.ShouldBe(1);
        f.Record(record).Standing.UnderObjection.ShouldBeTrue();
        f.Office.Inbox.Published(10).ShouldBeEmpty();
        (await f.Office.Desk.AmendAsync(receipt.Number, Says(), Penalty() with { FineAmount = 1m })).State.ShouldBe(CaseState.Amended);
    }

    [Fact]
    [Trait("Requirement", "000-31")]
    public async Task Withdrawal_TakesTheRecordDown_WithItsClock()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out var record);
        f.Office.Desk.Admit(receipt.Number, Says());
        f.Office.Desk.Verify(receipt.Number, Says());

        await f.Office.Desk.WithdrawAsync(receipt.Number, Says("重复公示"));

        f.Record(record).Standing.WithdrawalGround.ShouldBe(WithdrawalGround.Objection);
        var clock = f.Office.Withdrawals.ClocksOf(record.PublicId).ShouldHaveSingleItem();
        (clock.SameDay, clock.DoneAt).ShouldBe((Day(2026, 11, 23), At(2026, 11, 23)));
    }

    [Theory]
    [Trait("Requirement", "000-31")]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Crash_BetweenDecisionAndRecord_IsHealedAtTheNextStart(bool amend, bool before)
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out var record);
        f.Office.Desk.Admit(receipt.Number, Says());
        f.Office.Desk.Verify(receipt.Number, Says());
        (f.Intake.DiesBefore, f.Intake.DiesAfter) = (before, !before);
        await Should.ThrowAsync<IOException>(() => amend
            ? f.Office.Desk.AmendAsync(receipt.Number, Says("金额有误"), Penalty() with { FineAmount = 10000m })
            : f.Office.Desk.WithdrawAsync(receipt.Number, Says("重复公示")));

        f.Restart();
        var waiting = (await f.Office.Inbox.StatusAsync(receipt.Number, receipt.Secret))!;
        (waiting.Closed, waiting.StateText, waiting.Reply).ShouldBe((false, "已决定，正在执行", ""));
        f.Office.Inbox.Published(10).ShouldBeEmpty();
        f.Record(record).Standing.UnderObjection.ShouldBeTrue();

        (await f.Office.HealAsync()).ShouldBe(1);

        (await f.Office.Inbox.StatusAsync(receipt.Number, receipt.Secret))!.Closed.ShouldBeTrue();
        f.Record(record).Revision.ShouldBe(amend ? 2 : 1);
        (f.Record(record).Standing.WithdrawnAt is not null).ShouldBe(!amend);
        f.Record(record).Standing.UnderObjection.ShouldBeFalse();
        f.Office.Inbox.Published(10).Count.ShouldBe(1);
        (await f.Office.HealAsync()).ShouldBe(0);
        f.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "000-31")]
    public async Task Step_ThatIsNotAllowed_SaysWhatIs()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out var record);

        Should.Throw<CreditKitException>(() => f.Office.Desk.Maintain(receipt.Number, Says())).Message.ShouldContain("现在可以：受理、不予受理");
        Should.Throw<CreditKitException>(() => f.Office.Desk.Admit(receipt.Number, Says("  "))).Code.ShouldBe("CK1704");
        Should.Throw<CreditKitException>(() => f.Office.Desk.Admit("YY20261123-999999x", Says())).Code.ShouldBe("CK1702");
        Should.Throw<CreditKitException>(() => f.Office.Repairs.Admit(receipt.Number, Says())).Code.ShouldBe("CK1701");
        (await Should.ThrowAsync<CreditKitException>(() => f.Office.Desk.AmendAsync(receipt.Number, Says(), Penalty()))).Code.ShouldBe("CK1701");
        f.Record(record).Revision.ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "000-31")]
    public void Mark_StaysUntilTheLastCaseOfTheRecordIsClosed()
    {
        using var f = new CaseFixture();
        var first = f.FileObjection(out var record);
        var second = f.File(Objection(record.PublicId));
        f.Office.Desk.Admit(first.Number, Says());
        f.Office.Desk.Admit(second.Number, Says());

        f.Office.Desk.Cancel(first.Number, Says("申请人撤回"));
        f.Record(record).Standing.UnderObjection.ShouldBeTrue();
        f.Office.Desk.Cancel(second.Number, Says("申请人撤回"));
        f.Record(record).Standing.UnderObjection.ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "000-31")]
    public void Mark_StandsAtOnce_WhereTheRegionAsksForIt()
    {
        using var f = new CaseFixture("shenzhen");
        f.FileObjection(out var record);
        f.Record(record).Standing.UnderObjection.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "002-18")]
    public async Task Transfer_KeepsTheCaseOpenOnlyWhenAnAnswerIsExpected()
    {
        using var f = new CaseFixture("shanghai");
        var asked = f.FileObjection(out var record);
        f.Office.Desk.Transfer(asked.Number, Says("请市场监管局核实"), "云州市市场监督管理局", answerExpected: true).Row.DueOn.ShouldBe(Day(2026, 11, 30));
        f.Office.Desk.Verify(asked.Number, Says("来函说明")).State.ShouldBe(CaseState.Verified);

        var elsewhere = f.File(Objection(record.PublicId));
        f.Office.Desk.Transfer(elsewhere.Number, Says("不属于本机关职责"), "云州市交通运输局", answerExpected: false).Closed.ShouldBeTrue();
        Should.Throw<CreditKitException>(() => f.Office.Desk.Verify(elsewhere.Number, Says())).Code.ShouldBe("CK1701");
        (await f.Office.Inbox.StatusAsync(elsewhere.Number, elsewhere.Secret))!.Closed.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "002-19")]
    public void Worklist_ShowsTheMostUrgentFirst_WithItsAlarm()
    {
        using var f = new CaseFixture("zhejiang");
        var old = f.FileObjection(out _);
        f.Clock.Set(At(2026, 12, 1));
        var fresh = f.File(new() { Kind = CaseKind.Enquiry, Statement = "请问如何下载数据？", ApplicantName = "过路人", Phone = "12345" });

        f.Office.Desk.Worklist().Select(w => (w.File.Number, w.Alarm, w.Text)).ShouldBe(
            [(old.Number, CaseAlarm.Overdue, "逾期 1 个工作日"), (fresh.Number, CaseAlarm.None, "还有 5 个工作日")]);
    }

    [Fact]
    [Trait("Requirement", "002-18")]
    public async Task Asking_ForPapers_StopsTheClock_AndItCountsAnewWhenTheyCome()
    {
        using var f = new CaseFixture("zhejiang");
        var receipt = f.FileObjection(out _);
        f.Office.Desk.Ask(receipt.Number, Says("请补交决定书复印件")).Row.DueOn.ShouldBeNull();
        (await f.Office.Inbox.StatusAsync(receipt.Number, receipt.Secret))!.Reply.ShouldBe("请补交决定书复印件");
        f.Clock.Set(At(2026, 12, 1));
        f.Office.Desk.Supplement(receipt.Number, Says("补交"), [new("决定书.pdf", "", "%PDF-1.4"u8.ToArray())]).Row.DueOn.ShouldBe(Day(2026, 12, 8));
        f.Office.Desk.Open(receipt.Number, "staff-1", "办理").Papers.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "001-22")]
    public void PersonalInformationRequest_IsVerifiedBeforeItIsAnswered()
    {
        using var f = new CaseFixture();
        var receipt = f.File(new() { Kind = CaseKind.PersonalInformation, Right = PersonalInformationRight.Access, Statement = "请提供你处保存的我的信息。", ApplicantName = "何清扬", Phone = "13900000000" });
        f.Office.Desk.Admit(receipt.Number, Says());
        Should.Throw<CreditKitException>(() => f.Office.Desk.Answer(receipt.Number, Says())).Code.ShouldBe("CK1701");
        f.Office.Desk.Verify(receipt.Number, Says("已核验身份证件"));
        f.Office.Desk.Answer(receipt.Number, Says("提供副本")).State.ShouldBe(CaseState.Answered);
        f.Office.Inbox.Published(10).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-38")]
    public void Opening_AFile_NeedsAPurpose_AndIsAudited()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out _);
        Should.Throw<CreditKitException>(() => f.Office.Desk.Open(receipt.Number, "staff-1", " "));
        var before = f.Ledger.VerifyAudit().Entries;
        f.Office.Desk.Open(receipt.Number, "staff-1", "办理异议").File.Content.ApplicantName.ShouldBe("林晓舟");
        f.Ledger.VerifyAudit().Entries.ShouldBe(before + 1);
    }

    [Fact]
    [Trait("Requirement", "001-20")]
    public async Task Erasing_AClosedCase_LeavesNothingReadable_AndTheChainWhole()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out _);
        Should.Throw<CreditKitException>(() => f.Office.Desk.Erase(receipt.Number, Says())).Code.ShouldBe("CK1710");
        f.Office.Desk.Refuse(receipt.Number, Says());
        f.Office.Desk.Erase(receipt.Number, Says("保存期满"));

        (await f.Office.Inbox.StatusAsync(receipt.Number, receipt.Secret)).ShouldBeNull();
        Should.Throw<CreditKitException>(() => f.Office.Desk.Open(receipt.Number, "staff-1", "查阅")).Code.ShouldBe("CK1702");
        f.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }
}
