using CreditKit.Policy;
using CreditKit.Records;
using static CreditKit.Tests.Policy.Samples;

namespace CreditKit.Tests.Policy;

public sealed class ExplanationTests
{
    private static readonly DateTimeOffset Now = Noon("2026-11-22");

    [Fact]
    public void Explain_SaysRuleDateAndReporting_WhenShown()
    {
        var explanation = Book.Explain(Penalty("2026-05-06"), PublishedOn("2026-05-08"), [Portal], Now);

        explanation.Visible.ShouldBeTrue();
        explanation.Reportable.ShouldBeTrue();
        explanation.Text.ShouldBe(
            "本条行政处罚（示例罚〔2026〕1号）于 2026-05-06 作出决定，严重程度为一般。"
            + "在本公示栏的公示期自 2026-05-06 起至 2027-05-06 止，次日零时起不再显示，依据《信用修复管理办法》（国家发展改革委令第36号）（规则 P2026-general，国家发展改革委令第36号）。"
            + "应在 2026-05-14 前（含当日）公示。自 2026-08-07 起可以申请信用修复。2026-11-22正在公示。"
            + "向“province”：应当报送，应在 2026-05-14 前（含当日）。");
    }

    [Fact]
    [Trait("Requirement", "000-4")]
    public void Explain_NamesEveryReason_WhenHiddenAndHeldBack()
    {
        var record = Penalty("2026-05-06", severity: null) with { Counterpart = Person };

        var explanation = Book.Explain(record, Reviewed, [Portal], Now);

        explanation.Visible.ShouldBeFalse();
        explanation.Reportable.ShouldBeFalse();
        explanation.Reasons.Where(r => r.Blocks).Select(r => (r.Destination, r.Code)).ShouldBe(
            [("own-site", "natural-person-without-basis"), ("province", "concerns-individual")]);
        explanation.Text.ShouldContain("没有写明严重程度，按一般计算");
        explanation.Text.ShouldContain("不公示，因为：");
        explanation.Text.ShouldContain("发改办财金〔2018〕424号（五）");
        explanation.Text.ShouldNotContain("张示例");
    }

    [Theory]
    [InlineData("2027-05-07", "period-ended", "公示期已于 2027-05-06 届满")]
    [InlineData("2026-05-07", "not-published-yet", "尚未发布")]
    public void Explain_SaysWhatTheMomentLacks(string day, string code, string text)
    {
        var explanation = Book.Explain(Penalty("2026-05-06"), PublishedOn("2026-05-08"), [], Noon(day));

        explanation.Visible.ShouldBeFalse();
        explanation.Reasons[0].Code.ShouldBe(code);
        explanation.Text.ShouldContain(text);
    }

    [Fact]
    public void Explain_SaysThatNothingEnds_WhenALicenceOfACompany()
    {
        var explanation = Book.Explain(License("2026-05-06"), PublishedOn("2026-05-08"), [], Now);

        explanation.Until.ShouldBeNull();
        explanation.Text.ShouldContain("没有截止日，依据《行政许可法》");
        Book.Decide(License("2026-05-06"), PublishedOn("2026-05-08"), Destination.OwnSite).PublicLine
            .ShouldBe("公示不设截止日期，许可状态变化时随之更新，依据《行政许可法》");
    }

    [Fact]
    [Trait("Requirement", "001-15")]
    public void IsConcealmentRisk_ListsWhatIsLateWithoutAReason_AndNothingElse()
    {
        var waiting = new RecordStanding();
        var penalty = Penalty("2026-05-06");
        bool Risk(CreditRecord record, RecordStanding standing) =>
            Book.IsConcealmentRisk(Book.Decide(record, standing, Destination.OwnSite), standing, Now);

        Risk(penalty, waiting).ShouldBeTrue();
        Risk(penalty, Reviewed).ShouldBeTrue();
        Risk(penalty, PublishedOn("2026-05-08")).ShouldBeFalse();
        Risk(Penalty("2026-05-06", Severity.Slight), waiting).ShouldBeFalse();
        Risk(penalty with { Historic = true }, waiting).ShouldBeFalse();
        Risk(penalty, waiting with { Exclusions = [new RecordedExclusion("trade-secret", "审查意见第3号")] }).ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "001-11")]
    public void Decide_KeepsTheReviewersGround_WithItsEvidence()
    {
        var standing = Reviewed with { Exclusions = [new RecordedExclusion("no-social-impact", "集体讨论记录第5号")] };

        var own = Book.Decide(Penalty("2026-05-06"), standing, Destination.OwnSite);
        var portal = Book.Decide(Penalty("2026-05-06"), standing, Portal);

        own.Allowed.ShouldBeFalse();
        own.Reasons[0].Text.ShouldBe("不具有一定社会影响（集体讨论记录第5号），不予公示。");
        portal.Allowed.ShouldBeTrue();
        portal.MarkedNotPublic.ShouldBeTrue();
    }

    [Theory]
    [InlineData("not-reviewed")]
    [InlineData("withdrawn")]
    [InlineData("authority-not-accepted")]
    [InlineData("enforcement-suspended")]
    public void Decide_KeepsTheInterval_WhenOnlyTheStandingBlocks(string code)
    {
        var standing = PublishedOn("2026-05-08");
        standing = code switch
        {
            "not-reviewed" => standing with { Released = false },
            "withdrawn" => standing with { WithdrawnAt = Noon("2026-06-01"), WithdrawalGround = WithdrawalGround.Revoked },
            "authority-not-accepted" => standing with { AuthorityAccepted = false },
            _ => standing with { EnforcementSuspended = true },
        };

        var decision = Book.Decide(Penalty("2026-05-06"), standing, Destination.OwnSite);

        decision.Allowed.ShouldBeFalse();
        decision.Reasons[0].Code.ShouldBe(code);
        decision.LastDay.ShouldBe(new DateOnly(2027, 5, 6));
        decision.IsVisibleAt(Now, standing).ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "002-21")]
    public void Decide_DoesNotReport_WhenHistoric() =>
        Book.Decide(Penalty("2026-05-06") with { Historic = true }, Reviewed, Portal).Reasons[0].Code.ShouldBe("historic-not-reported");

    [Fact]
    [Trait("Requirement", "000-28")]
    public void Decide_FollowsTheList_WhenThePenaltyPutTheSubjectOnOne()
    {
        var standing = Reviewed with { ListEntry = new ListEntry("示例严重失信主体名单", new DateOnly(2029, 5, 6), new DateOnly(2027, 5, 7), "示例名单管理办法第十条") };

        var decision = Book.Decide(Penalty("2026-05-06", Severity.Serious), standing, Destination.OwnSite);

        decision.LastDay.ShouldBe(new DateOnly(2029, 5, 6));
        decision.RepairableFrom.ShouldBe(new DateOnly(2027, 5, 7));
        decision.Source.ShouldBe("示例名单管理办法第十条");
    }

    [Fact]
    public void Decide_HonoursTheSwitches_OfTheAgency()
    {
        var book = PolicyBook.Load(new PolicyOptions { ShowSummaryProcedure = true, SoleTradersAsNaturalPersons = true, NaturalPersonLicenseBasis = "行政许可法第四十条" }, Workdays);

        book.Decide(Penalty("2026-05-06") with { Procedure = PenaltyProcedure.Summary }, Reviewed, Destination.OwnSite).Allowed.ShouldBeTrue();
        book.Decide(Penalty("2026-05-06") with { Counterpart = Shop }, Reviewed, Destination.OwnSite).Reasons[0].Code.ShouldBe("natural-person-without-basis");
        book.Decide(License("2026-05-06") with { Counterpart = Person }, Reviewed, Destination.OwnSite).Allowed.ShouldBeTrue();
        book.ContentHash.ShouldNotBe(Book.ContentHash);
    }

    [Fact]
    public void ProposeSeverity_ProposesByTheClassStandard_AndAnAgencysComesFirst()
    {
        Book.ProposeSeverity(Penalty("2026-05-06", null) with { PenaltyCategories = ["罚款", "吊销许可证件"] })!.Severity.ShouldBe(Severity.Serious);
        Book.ProposeSeverity(Penalty("2026-05-06", null) with { PenaltyCategories = ["警告"], FineAmount = null })!.Severity.ShouldBe(Severity.Slight);
        Book.ProposeSeverity(Penalty("2026-05-06", null))!.Severity.ShouldBe(Severity.General);
        using var folder = new Support.TempFolder();
        Directory.CreateDirectory(folder.File("policy"));
        File.WriteAllText(Path.Combine(folder.File("policy"), "class.json"), """
            { "id": "CLASS-FOOD", "title": "食品领域失信行为分类标准", "role": "overlay", "source": "食品领域失信行为分类标准第二条", "certainty": "V1",
              "severity": [ { "severity": "serious", "when": { "domains": ["food"], "amountAtLeast": 100000 }, "text": "食品领域罚没十万元以上" } ] }
            """);

        var book = PolicyBook.Load(folder.Path, Workdays);

        book.ProposeSeverity(Penalty("2026-05-06", null) with { Domain = "食品", FineAmount = 100000 })!.Edition.ShouldBe("CLASS-FOOD");
        book.ProposeSeverity(Penalty("2026-05-06", null) with { Domain = "食品", FineAmount = 99999 })!.Severity.ShouldBe(Severity.General);
    }

    [Fact]
    [Trait("Requirement", "000-26")]
    public void Decide_TakesTheLongestOfSeveralKinds_AndTheItemOverTheAgency()
    {
        using var folder = new Support.TempFolder();
        Directory.CreateDirectory(folder.File("policy"));
        File.WriteAllText(Path.Combine(folder.File("policy"), "kinds.json"), """
            [
              { "id": "A-KINDS", "title": "示例机关公示办法", "role": "overlay", "source": "示例机关公示办法第三条", "certainty": "V1",
                "period": { "mode": "prescribe", "rules": [
                  { "id": "fine", "group": "kind", "when": { "anyCategories": ["罚款"] }, "max": 12 },
                  { "id": "revocation", "group": "kind", "when": { "anyCategories": ["吊销许可证件"] }, "max": 36 } ] } },
              { "id": "ITEM-7", "title": "示例事项规定", "role": "overlay", "items": ["SX-7"], "source": "示例事项规定第一条", "certainty": "V1",
                "naturalPersonBasis": "示例条例第九条",
                "period": { "mode": "prescribe", "rules": [ { "id": "item-7", "when": { "kinds": ["penalty"] }, "max": 6 } ] } }
            ]
            """);
        var book = PolicyBook.Load(folder.Path, Workdays);
        var both = Penalty("2026-05-06") with { PenaltyCategories = ["罚款", "吊销许可证件"] };

        book.Decide(both, Reviewed, Destination.OwnSite).LastDay.ShouldBe(new DateOnly(2029, 5, 6));
        book.Decide(Penalty("2026-05-06"), Reviewed, Destination.OwnSite).LastDay.ShouldBe(new DateOnly(2027, 5, 6));
        book.Decide(both with { ItemCode = "SX-7" }, Reviewed, Destination.OwnSite).Rule.ShouldBe("item-7");
        book.Decide(both with { ItemCode = "SX-7", Counterpart = Person }, Reviewed, Destination.OwnSite).Allowed.ShouldBeTrue();
        book.Decide(both with { Counterpart = Person }, Reviewed, Destination.OwnSite).Allowed.ShouldBeFalse();
    }
}
