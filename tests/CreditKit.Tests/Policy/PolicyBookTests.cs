using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Tests.Support;
using Microsoft.Extensions.Configuration;
using static CreditKit.Tests.Policy.Samples;

namespace CreditKit.Tests.Policy;

public sealed class PolicyBookTests
{
    [Fact]
    [Trait("Requirement", "000-25")]
    [Trait("Requirement", "000-27")]
    public void Decide_TakesTheMaximumTerm_WhenGeneralUnderTheCurrentEdition()
    {
        var decision = Book.Decide(Penalty("2026-04-15"), PublishedOn("2026-04-20"), Destination.OwnSite);

        decision.ShouldSatisfyAllConditions(
            d => d.Allowed.ShouldBeTrue(),
            d => d.From.ShouldBe(new DateOnly(2026, 4, 15)),
            d => d.Until.ShouldBe(new DateOnly(2027, 4, 16)),
            d => d.LastDay.ShouldBe(new DateOnly(2027, 4, 15)),
            d => d.Edition.ShouldBe("P2026"),
            d => d.Rule.ShouldBe("P2026-general"),
            d => d.RepairableFrom.ShouldBe(new DateOnly(2026, 7, 16)),
            d => d.PublishBy.ShouldBe(new DateOnly(2026, 4, 24)),
            d => d.PublicLine.ShouldBe("公示期至 2027-04-15，依据《信用修复管理办法》（国家发展改革委令第36号）"));
        decision.IsVisibleAt(Noon("2027-04-15"), PublishedOn("2026-04-20")).ShouldBeTrue();
        decision.IsVisibleAt(Noon("2027-04-16"), PublishedOn("2026-04-20")).ShouldBeFalse();
        decision.IsVisibleAt(Noon("2026-04-19"), PublishedOn("2026-04-20")).ShouldBeFalse();
    }

    [Fact]
    public void Decide_TakesTheEarlierEnd_WhenALaterEditionIsShorter()
    {
        var decision = Book.Decide(Penalty("2026-03-31"), Reviewed, Destination.OwnSite);

        decision.LastDay.ShouldBe(new DateOnly(2027, 3, 31));
        decision.Edition.ShouldBe("P2026");
        decision.Reasons.ShouldContain(r => r.Code == "later-edition-shorter");
    }

    [Fact]
    public void Decide_ReportsASlightPenaltyMarkedNotPublic_ButDoesNotPublishIt()
    {
        var penalty = Penalty("2026-05-06", Severity.Slight);

        var own = Book.Decide(penalty, Reviewed, Destination.OwnSite);
        var portal = Book.Decide(penalty, Reviewed, Portal);

        own.Allowed.ShouldBeFalse();
        own.From.ShouldBeNull();
        own.Reasons[0].Code.ShouldBe("slight");
        portal.Allowed.ShouldBeTrue();
        portal.MarkedNotPublic.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "000-13")]
    public void Decide_HoldsBackFromThePortal_WhenSummaryProcedureOrNaturalPerson()
    {
        var summary = Penalty("2026-05-06") with { Procedure = PenaltyProcedure.Summary };
        var person = Penalty("2026-05-06") with { Counterpart = Person, PersonalDisclosureBasis = "示例条例第一条" };

        Book.Decide(summary, Reviewed, Portal).Reasons.ShouldContain(r => r.Code == "summary-procedure" && r.Blocks);
        Book.Decide(person, Reviewed, Portal).Reasons.ShouldContain(r => r.Code == "concerns-individual" && r.Blocks);
        Book.Decide(person, Reviewed, Destination.OwnSite).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void Decide_ClosesTheIntervalAtTheSealing_WhenDecidedBefore2026()
    {
        var before = Penalty("2025-11-03") with { LegalBasis = "《中华人民共和国治安管理处罚法》第六十六条" };
        var after = before with { DecisionDate = new DateOnly(2026, 1, 5), LegalBasis = null, Domain = "治安" };

        var closing = Book.Decide(before, Reviewed, Destination.OwnSite);
        closing.Until.ShouldBe(new DateOnly(2026, 1, 1));
        closing.Reasons.ShouldContain(r => r.Code == "sealed" && !r.Blocks);
        Book.Decide(before, Reviewed, Portal).Until.ShouldBe(new DateOnly(2026, 1, 1));
        Book.Decide(after, Reviewed, Destination.OwnSite).Reasons[0].Code.ShouldBe("sealed");
        Book.Decide(after, Reviewed, Portal).Allowed.ShouldBeFalse();
    }

    [Fact]
    public void Load_LetsAnAgencyFilePrescribeTheOwnSitesPeriod_SoThatOldPenaltiesShow()
    {
        using var folder = new TempFolder();
        WritePolicy(folder, "own-site.json", """
            {
              "id": "AGENCY-36", "title": "某监管局处罚信息公开办法", "role": "overlay", "source": "某监管局处罚信息公开办法第五条", "certainty": "V1",
              "destinations": ["ownSite"],
              "period": { "mode": "prescribe", "rules": [ { "id": "agency-36", "when": { "kinds": ["penalty"] }, "min": 3, "max": 36 } ] }
            }
            """);
        var book = PolicyBook.Load(folder.Path, Workdays);
        var penalty = Penalty("2014-09-01", severity: null);
        var standing = PublishedOn("2016-04-21");

        var decision = book.Decide(penalty, standing, Destination.OwnSite);

        decision.LastDay.ShouldBe(new DateOnly(2017, 9, 1));
        decision.Rule.ShouldBe("agency-36");
        decision.IsVisibleAt(Noon("2016-06-01"), standing).ShouldBeTrue();
        Book.Decide(penalty, standing, Destination.OwnSite).IsVisibleAt(Noon("2016-06-01"), standing).ShouldBeFalse();
        book.ContentHash.ShouldNotBe(Book.ContentHash);
    }

    [Fact]
    public void Figures_GiveSourceAndCertainty_ForEveryOne()
    {
        var figures = Book.Figures().ToList();

        figures.Count.ShouldBeGreaterThan(100);
        figures.ShouldAllBe(f => f.Source.Length > 0 && f.Edition.Length > 0);
        figures.Single(f => f.Name == "period.P2026-general.max").ShouldSatisfyAllConditions(
            f => f.Value.ShouldBe("12"), f => f.ToBeConfirmed.ShouldBeTrue());
        figures.Single(f => f.Name == "period.P2018-general.max").ToBeConfirmed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"id":"P2030","title":"t","role":"base","effectiveFrom":"2030-01-01","source":"s","certainty":"D"}""", "CK1113", "P2026")]
    [InlineData("""{"id":"P2018","title":"t","role":"base","effectiveFrom":"2018-08-25","effectiveTo":"2019-06-30","source":"s","certainty":"D"}""", "CK1112", "2018-07-25 至 2018-08-24")]
    [InlineData("""{"id":"X","title":"t","role":"overlay","source":"s","certainty":"D","periods":1}""", "CK1111", "periods")]
    [InlineData("""{"id":"X","title":"t","role":"overlay","source":"s"}""", "CK1114", "certainty")]
    [InlineData("""{"id":"X","title":"t","role":"overlay","source":"s","certainty":"D","period":{"rules":[{"id":"r","min":6,"max":3}]}}""", "CK1114", "min 大于 max")]
    [InlineData("""[{"id":"X","title":"t","role":"overlay","source":"s","certainty":"D"},{"id":"X","title":"t","role":"overlay","source":"s","certainty":"D"}]""", "CK1116", "X")]
    [InlineData("{", "CK1111", "第 1 行")]
    public void Load_Throws_WithCodeAndRemedy_WhenPolicyDataCannotBeRight(string json, string code, string says)
    {
        using var folder = new TempFolder();
        WritePolicy(folder, "x.json", json);

        var thrown = Should.Throw<CreditKitException>(() => PolicyBook.Load(folder.Path, Workdays));

        thrown.Code.ShouldBe(code);
        thrown.Message.ShouldContain(says);
        thrown.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Load_NamesTheKnownRegions_WhenARegionIsUnknown() =>
        Should.Throw<CreditKitException>(() => PolicyBook.Load(new PolicyOptions { Regions = ["atlantis"] }, Workdays))
            .Message.ShouldContain("beijing");

    [Fact]
    public void PolicyOptions_AreReadFromConfiguration_LikeEverySetting()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ShuangGongShi:Policy:Regions:0"] = "henan",
            ["ShuangGongShi:Policy:ShowSummaryProcedure"] = "true",
            ["ShuangGongShi:DataDirectory"] = "/data",
        }).Build();
        var options = new CreditKitOptions();

        configuration.GetSection(CreditKitOptions.Section).Bind(options);

        options.EffectivePolicy.Regions.ShouldBe(["henan"]);
        options.EffectivePolicy.ShowSummaryProcedure.ShouldBeTrue();
        options.EffectivePolicy.DataDirectory.ShouldBe("/data");
    }

    [Fact]
    public void DocumentedExample_IsAValidPolicyFile()
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "policy-files.md"));
        var json = text.Split("```json")[1].Split("```")[0];
        using var folder = new TempFolder();
        WritePolicy(folder, "example.json", json);

        var decision = PolicyBook.Load(folder.Path, Workdays).Decide(Penalty("2026-05-06"), Reviewed, Destination.OwnSite);

        decision.LastDay.ShouldBe(new DateOnly(2029, 5, 6));
        decision.PublicLine.ShouldContain("《某市某局行政处罚公开办法》（某局发〔2026〕1号）");
    }

    private static void WritePolicy(TempFolder folder, string name, string json)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "policy"));
        File.WriteAllText(Path.Combine(folder.Path, "policy", name), json);
    }
}
