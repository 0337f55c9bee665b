using CreditKit.Cases;
using CreditKit.Records;
using static CreditKit.Tests.Cases.CaseFixture;

namespace CreditKit.Tests.Cases;

public class RepairDeskTests
{
    private static CaseFiling Application(CaseFixture f, string recordId) => new()
    {
        Kind = CaseKind.CreditRepair,
        RecordId = recordId,
        Statement = "已缴清罚款并整改完毕，申请信用修复。",
        ApplicantName = "云州晨光食品有限公司",
        Phone = "0591-83331234",
        CommitmentClauses = [.. f.Office.Inbox.CommitmentClauses.Select(c => c.Id)],
    };

    // Decided 2026-11-02, general: three months end on 2027-02-02, so the first day is 2027-02-03.
    private static CaseFixture Ready(out string id)
    {
        var f = new CaseFixture();
        id = f.Submit(Penalty() with { PerformedDate = Day(2026, 11, 10) }).PublicId;
        f.Clock.Set(At(2027, 2, 3));
        return f;
    }

    [Fact]
    [Trait("Requirement", "000-33")]
    [Trait("Requirement", "001-24")]
    public async Task Application_IsRefusedBeforeTheMinimumTerm_WithTheEarliestDay()
    {
        using var f = Ready(out var id);
        f.Clock.Set(At(2027, 2, 2, 23));
        var guide = f.Office.Inbox.RepairGuideOf(id)!;
        (guide.Eligible, guide.From).ShouldBe((false, Day(2027, 2, 3)));
        guide.Text.ShouldContain("最早可于 2027-02-03 申请");
        guide.Window.ShouldBe("信用中国网站");
        guide.Materials.ShouldContain("信用修复承诺书");
        (await f.Office.Inbox.FileAsync(Application(f, id))).Issues.ShouldHaveSingleItem().Field.ShouldBe("record");

        f.Clock.Set(At(2027, 2, 3, 0));
        f.Office.Inbox.RepairGuideOf(id)!.Eligible.ShouldBeTrue();
        f.File(Application(f, id)).Number.ShouldStartWith("XF");
    }

    [Fact]
    [Trait("Requirement", "003-4")]
    public async Task Commitment_NeedsEveryPrescribedClause()
    {
        using var f = Ready(out var id);
        var all = f.Office.Inbox.CommitmentClauses;
        all.Select(c => c.Id).ShouldBe(["truth", "corrected", "honest-operation", "supervision", "sanctions"]);
        foreach (var missing in all)
            (await f.Office.Inbox.FileAsync(Application(f, id) with { CommitmentClauses = [.. all.Where(c => c != missing).Select(c => c.Id)] }))
                .Issues.ShouldHaveSingleItem().Field.ShouldBe("commitment");
    }

    [Fact]
    [Trait("Requirement", "000-34")]
    [Trait("Requirement", "003-4")]
    [Trait("Requirement", "003-14")]
    [Trait("Requirement", "001-27")]
    public async Task Repair_PublishesTheCommitment_AndEndsDisplayTheSameDay()
    {
        using var f = Ready(out var id);
        var receipt = f.File(Application(f, id));
        f.Office.Inbox.Published(10).ShouldBeEmpty();
        f.Office.Repairs.Admit(receipt.Number, Says());
        var commitment = f.Office.Inbox.PublishedOf(id).ShouldHaveSingleItem();
        commitment.Text.ShouldContain("云州晨光食品有限公司申请信用修复，公开承诺");
        (commitment.Text + commitment.DocumentNumber).ShouldNotContain("云市监罚", Case.Sensitive, "the penalty is not named: after the repair it is gone everywhere");
        commitment.Text.ShouldContain("自愿接受社会监督");
        commitment.Text.ShouldNotContain("83331234");
        f.Office.Desk.Verify(receipt.Number, Says("罚款已缴清"));

        var file = await f.Office.Repairs.GrantAsync(receipt.Number, Says("符合条件"), RepairDisposition.Hide);

        file.State.ShouldBe(CaseState.Repaired);
        var standing = f.Ledger.FindByPublicId(id)!.Standing;
        (standing.WithdrawalGround, standing.WithdrawnAt).ShouldBe((WithdrawalGround.Repaired, At(2027, 2, 3)));
        (await f.Office.Inbox.StatusAsync(receipt.Number, receipt.Secret))!.Reply.ShouldContain("平台处理方式：屏蔽");
        f.Office.Inbox.PublishedOf(id).Count.ShouldBe(1, "the commitment stays");
    }

    [Fact]
    [Trait("Requirement", "000-35")]
    public async Task BrokenCommitment_IsPublished_AndBarsTheSubject()
    {
        using var f = Ready(out var id);
        var receipt = f.File(Application(f, id));
        f.Office.Repairs.Admit(receipt.Number, Says());
        f.Office.Desk.Verify(receipt.Number, Says());
        Should.Throw<CreditKitException>(() => f.Office.Repairs.Break(receipt.Number, Says())).Code.ShouldBe("CK1701");
        await f.Office.Repairs.GrantAsync(receipt.Number, Says(), RepairDisposition.Mark);

        f.Office.Repairs.Break(receipt.Number, Says("材料虚假") with { PublicText = "经查，提交的缴款凭证系伪造，经办人林晓舟（13900001111）。" }).State.ShouldBe(CaseState.CommitmentBroken);

        var notice = f.Office.Inbox.PublishedOf(id).ShouldHaveSingleItem();
        notice.Title.ShouldBe("违背信用修复承诺");
        notice.Text.ShouldStartWith("云州晨光食品有限公司作出的信用修复承诺");
        notice.Text.ShouldNotContain("13900001111");
        f.Ledger.FindByPublicId(id)!.Standing.WithdrawnAt.ShouldNotBeNull("what has ended is never shown again");

        var second = f.Submit(Penalty("云市监罚〔2026〕2号")).PublicId;
        f.Office.Inbox.RepairGuideOf(second)!.Eligible.ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "000-36")]
    public async Task History_CountsTheSubjectsOwnRepairs_UnderTheEditionThatAsksForIt()
    {
        using var f = new CaseFixture();
        f.Clock.Set(At(2018, 12, 10));
        var first = f.Submit(Penalty("云市监罚〔2018〕1号") with { DecisionDate = Day(2018, 8, 1) }).PublicId;
        var receipt = f.File(Application(f, first));
        f.Office.Repairs.Admit(receipt.Number, Says());
        f.Office.Desk.Verify(receipt.Number, Says());
        await f.Office.Repairs.GrantAsync(receipt.Number, Says(), RepairDisposition.Delete);

        // 424号 (十六): penalised again within a year after the repair: none. A year and a day later it may be repaired.
        f.Clock.Set(At(2019, 6, 20));
        var again = f.Submit(Penalty("云市监罚〔2019〕2号") with { DecisionDate = Day(2019, 3, 1) }).PublicId;
        f.Office.Inbox.RepairGuideOf(again)!.Eligible.ShouldBeFalse();
        var stranger = f.Submit(Penalty("云市监罚〔2019〕3号") with { DecisionDate = Day(2019, 3, 1), Counterpart = new() { Name = "云州远山建材有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Codes.CreditCode(4) } }).PublicId;
        f.Office.Inbox.RepairGuideOf(stranger)!.Eligible.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "000-36")]
    [Trait("Requirement", "003-13")]
    public void Classes_AreExcluded_OnlyByEditionsOfTheirTime()
    {
        using var f = new CaseFixture();
        f.Clock.Set(At(2019, 6, 1));
        var id = f.Submit(Penalty() with { DecisionDate = Day(2018, 8, 1), Severity = Severity.Serious }).PublicId;
        f.Office.Inbox.RepairGuideOf(id)!.Eligible.ShouldBeFalse();
        f.Clock.Set(At(2019, 7, 1));
        var guide = f.Office.Inbox.RepairGuideOf(id)!;
        guide.Eligible.ShouldBeTrue();
        guide.Materials.ShouldContain("专题培训证明");
        guide.Materials.ShouldContain("信用报告");
    }

    [Fact]
    [Trait("Requirement", "001-24")]
    public void Application_AtTheWindow_IsJudgedByTheDayItWasReceived()
    {
        using var f = Ready(out var id);
        f.Clock.Set(At(2027, 2, 5));
        f.Office.Inbox.File(Application(f, id), "window-2", Day(2027, 2, 2)).Issues.ShouldHaveSingleItem().Field.ShouldBe("record");
        f.Office.Inbox.File(Application(f, id), "window-2", Day(2027, 2, 3)).Receipt.ShouldNotBeNull();
    }

    [Fact]
    [Trait("Requirement", "000-34")]
    public void Refusal_TakesTheCommitmentBack()
    {
        using var f = Ready(out var id);
        var receipt = f.File(Application(f, id));
        f.Office.Repairs.Admit(receipt.Number, Says());
        f.Office.Desk.Verify(receipt.Number, Says("罚款尚未缴清"));
        f.Office.Repairs.Decline(receipt.Number, Says("尚未履行")).State.ShouldBe(CaseState.Declined);
        f.Office.Inbox.PublishedOf(id).ShouldBeEmpty();
        f.Ledger.FindByPublicId(id)!.Standing.WithdrawnAt.ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "000-37")]
    public void Commitment_OfTheAgencysOwn_ReplacesTheBuiltInOne_AndIsChecked()
    {
        using var folder = new Support.TempFolder();
        File.WriteAllText(folder.File("commitment.json"), """{"clauses":[{"id":"a","text":"承诺一","source":"某办法第三条"}]}""");
        CommitmentForm.Load(folder.Path).Clauses.ShouldHaveSingleItem().Text.ShouldBe("承诺一");
        File.WriteAllText(folder.File("commitment.json"), """{"clauses":[{"id":"a","text":"承诺一"}]}""");
        Should.Throw<CreditKitException>(() => CommitmentForm.Load(folder.Path)).Code.ShouldBe("CK1711");
        File.WriteAllText(folder.File("commitment.json"), "{");
        Should.Throw<CreditKitException>(() => CommitmentForm.Load(folder.Path)).Code.ShouldBe("CK1711");
    }
}
