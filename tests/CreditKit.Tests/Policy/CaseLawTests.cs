using CreditKit.Policy;
using CreditKit.Records;
using static CreditKit.Tests.Policy.Samples;

namespace CreditKit.Tests.Policy;

public sealed class CaseLawTests
{
    private static PolicyBook In(string region) => PolicyBook.Load(new PolicyOptions { Regions = [region] }, Workdays);

    [Fact]
    [Trait("Requirement", "000-32")]
    public void Withdrawal_HasBothClocks_SameDayAndThreeWorkdays()
    {
        var terms = Book.Cases.Withdrawal(new DateOnly(2026, 9, 24));   // 25 to 27 September are off

        terms.SameDay.ShouldBe(new DateOnly(2026, 9, 24));
        terms.Latest.ShouldBe(new LegalTerm(3, new DateOnly(2026, 9, 30), true, "P2018", "行政处罚法（2021）第四十八条第二款、第八十五条", false));
        terms.NoticeUntil.ShouldBe(new DateOnly(2027, 9, 25));
        terms.Source.ShouldBe("发改办财金〔2018〕424号（十五）");
        In("henan").Cases.Withdrawal(new DateOnly(2026, 9, 24)).Latest.By.ShouldBe(new DateOnly(2026, 9, 28));
    }

    [Theory]
    [Trait("Requirement", "000-31")]
    [Trait("Requirement", "002-19")]
    [InlineData("shandong", null, null, "2026-11-26", "2026-12-02")]   // 3 and 7 working days after Monday 23 November
    [InlineData("henan", "2026-11-23", null, "2026-11-26", "2026-12-02")]
    [InlineData("shanghai", "2026-11-24", "2026-11-25", "2026-11-30", "2026-11-30")]
    [InlineData("shenzhen", "2026-11-23", "2026-11-24", "2026-12-21", "2026-11-25")]   // own: the national 20
    [InlineData("guangzhou", null, "2026-11-25", "2026-11-25", "2026-12-07")]
    public void Objection_FollowsTheLocalLimits(string region, string? mark, string? accept, string own, string source)
    {
        var terms = In(region).Cases.Objection(new DateOnly(2026, 11, 23));

        terms.MarkBy?.By?.ToString("yyyy-MM-dd").ShouldBe(mark);
        terms.AcceptBy?.By?.ToString("yyyy-MM-dd").ShouldBe(accept);
        terms.OwnBy!.By!.Value.ToString("yyyy-MM-dd").ShouldBe(own);
        terms.SourceBy!.By!.Value.ToString("yyyy-MM-dd").ShouldBe(source);
    }

    [Fact]
    [Trait("Requirement", "002-18")]
    [Trait("Requirement", "002-20")]
    public void Objection_IsOpenToAnyone_WhereTheLocalRuleSaysSo()
    {
        Book.Cases.Objection(new DateOnly(2026, 11, 23)).AnyoneMayObject.ShouldBeFalse();
        In("xiamen").Cases.Objection(new DateOnly(2026, 11, 23)).ShouldSatisfyAllConditions(
            t => t.AnyoneMayObject.ShouldBeTrue(), t => t.PublishResult.ShouldBeTrue());
    }

    [Fact]
    [Trait("Requirement", "000-33")]
    [Trait("Requirement", "000-34")]
    [Trait("Requirement", "000-36")]
    [Trait("Requirement", "003-13")]
    public void Repair_FollowsTheEditionOfTheDayOfTheApplication()
    {
        RepairEligibility Ask(string decided, Severity severity, string applied, RepairHistory? history = null) =>
            Book.Cases.Repair(Penalty(decided, severity) with { PerformedDate = DateOnly.Parse(decided) }, Reviewed, DateOnly.Parse(applied), history ?? RepairHistory.None);

        Ask("2026-05-06", Severity.General, "2026-08-06").Eligible.ShouldBeFalse();
        Ask("2026-05-06", Severity.General, "2026-08-07").Eligible.ShouldBeTrue();
        Ask("2018-08-01", Severity.Serious, "2019-06-30").Reasons[0].Code.ShouldBe("repair-class-excluded");
        Ask("2018-08-01", Severity.Serious, "2019-07-01").Eligible.ShouldBeTrue();
        Ask("2018-08-01", Severity.Serious, "2019-07-01").Terms.Materials.ShouldContain("专题培训证明");
        Ask("2026-05-06", Severity.Slight, "2026-06-01").Reasons[0].Code.ShouldBe("repair-not-published");
        Ask("2019-01-10", Severity.General, "2019-05-01", new RepairHistory(new DateOnly(2018, 6, 1))).Reasons.ShouldContain(r => r.Code == "repair-penalised-again");
        Ask("2026-05-06", Severity.General, "2026-08-07", new RepairHistory(new DateOnly(2026, 3, 1))).Eligible.ShouldBeTrue();
        Ask("2026-05-06", Severity.General, "2026-08-07", new RepairHistory(FalseCommitmentOn: new DateOnly(2026, 3, 1))).Reasons[0].Code.ShouldBe("repair-false-commitment");
        Ask("2024-01-10", Severity.Serious, "2025-01-10", new RepairHistory(FalseCommitmentOn: new DateOnly(2022, 1, 9))).Eligible.ShouldBeTrue();
        Ask("2024-01-10", Severity.Serious, "2025-01-09", new RepairHistory(FalseCommitmentOn: new DateOnly(2022, 1, 9))).Eligible.ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "001-26")]
    public void RepairTerms_AreFreeOfCharge_AndFlagWhatIsToBeConfirmed()
    {
        var terms = Book.Cases.RepairTerms(new DateOnly(2026, 11, 23), Severity.General);

        terms.FreeOfCharge.ShouldBeTrue();
        terms.Edition.ShouldBe("P2026");
        terms.Materials.ShouldBe(["已履行法定义务的证明材料", "信用修复承诺书"]);
        terms.AcceptBy.ShouldBe(new LegalTerm(3, new DateOnly(2026, 11, 26), true, "P2026", "国家发展改革委令第36号", true));
    }
}
