using CreditKit.Catalog;
using CreditKit.Intake;
using CreditKit.Ledger.Reviews;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Review;
using CreditKit.Tests.Intake;
using CreditKit.Tests.Support;
using CreditKit.Validation;
using Fixtures = CreditKit.Tests.Support.Items;

namespace CreditKit.Tests.Catalog;

public sealed class ItemGateTests : IDisposable
{
    private readonly Road _road = new();
    private readonly SourceReference _source = new("审批系统", null, "tester");

    [Fact]
    [Trait("Requirement", "001-11")]
    public async Task ClosedItem_KeepsItsRecordsOffTheColumn_UntilTheCatalogueOpensIt()
    {
        Save(Fixtures.Item("XK000001") with { Openness = Openness.OnRequest });
        var taken = await _road.Engine.Intake.SubmitAsync(SampleRecords.License(), _source);
        taken.Outcome.ShouldBe(IntakeOutcome.Accepted);
        _road.Engine.Query.Find(taken.Id!).Record.ShouldBeNull();
        var explained = _road.Engine.Explain(_road.Engine.Ledger.FindByPublicId(taken.Id!)!).Law;
        explained.Reasons.ShouldContain(r => r.Code == "item-not-open" && r.Blocks && r.Text.Contains("依申请公开", StringComparison.Ordinal));

        _road.Engine.ConcealmentRisks().ShouldBeEmpty();
        var reviewed = _road.Engine.Reviews.Decide(new ReviewDecision { Id = taken.Id!, Revision = 1, Reviewer = "tester", Scope = ReviewScope.Publication, Release = true });
        reviewed.Visible.ShouldBeFalse("the reviewer is told what the catalogue says");

        Save(Fixtures.Item("XK000001"));
        _road.Engine.Query.Find(taken.Id!).Record.ShouldNotBeNull();
        Save(Fixtures.Item("XK000001") with { Openness = Openness.Closed });
        _road.Engine.Query.Find(taken.Id!).Record.ShouldBeNull();
        _road.Engine.Projector.Rebuild();
        _road.Engine.Query.Find(taken.Id!).Record.ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "001-28")]
    public async Task OutsideTheCatalogue_IsPublished_UnlessTheAgencyBlocksIt()
    {
        Save(Fixtures.Item("OTHER"));
        var taken = await _road.Engine.Intake.SubmitAsync(SampleRecords.License(), _source);
        taken.Issues.ShouldContain(i => i.Rule == "item-missing" && i.Severity == IssueSeverity.Warn);
        _road.Engine.Query.Find(taken.Id!).Record.ShouldNotBeNull();

        var options = new CreditKitOptions { DataDirectory = _road.Folder };
        options.Validation.Rules["item-missing"] = new() { Publish = RuleWeight.Block };
        using var strict = CreditKitEngine.Open(options, _road.Clock);
        (await strict.Intake.SubmitAsync(SampleRecords.License(2), _source)).Outcome.ShouldBe(IntakeOutcome.Rejected);
        strict.Explain(strict.Ledger.FindByPublicId(taken.Id!)!).Law.Reasons.ShouldContain(r => r.Code == "not-in-catalogue" && r.Blocks);
    }

    [Fact]
    [Trait("Requirement", "000-26")]
    [Trait("Requirement", "002-8")]
    [Trait("Requirement", "002-9")]
    [Trait("Requirement", "004-9")]
    [Trait("Requirement", "004-10")]
    public async Task Item_SuppliesNameBasisRemedyAndPeriod_WhereTheRecordIsSilent()
    {
        Save(Fixtures.Item("CF000001") with { Kind = RecordKind.Penalty, LegalBasis = "《示例法》第一条", Remedy = "向市政府申请行政复议。", PeriodMonths = 6, PeriodBasis = "《示例条例》第九条" });
        var taken = await _road.Engine.Intake.SubmitAsync(SampleRecords.Penalty() with { RemedyChannel = null, DecisionDate = new(2026, 9, 6), ReviewedOn = new(2026, 9, 7), StatedLastDisclosedDay = null }, _source);
        var shown = _road.Engine.Query.Find(taken.Id!).Record.ShouldNotBeNull();
        shown.Fields.ShouldContain(f => f.Id == "ItemName" && f.Value == "事项 CF000001");
        shown.Fields.ShouldContain(f => f.Id == "SettingBasis" && f.Value == "《示例法》第一条");
        shown.Fields.ShouldContain(f => f.Id == "RemedyChannel" && f.Value == "向市政府申请行政复议。");
        shown.Until.ShouldBe(new DateOnly(2027, 3, 7));
        shown.PeriodLine.ShouldContain("《示例条例》第九条");
    }

    [Fact]
    [Trait("Requirement", "000-8")]
    public void Editions_KeepTheirVersions_AndTheAuditKnows()
    {
        Save(Fixtures.Item("A"));
        Save(Fixtures.Item("A") with { Name = "改名" }).Version.ShouldBe(2);
        _road.Engine.Catalogue.Current.Editions.ShouldHaveSingleItem().Items[0].Name.ShouldBe("改名");
        using var table = new CatalogTable(_road.Engine.Ledger.Database);
        table.History("e").Select(e => e.Items[0].Name).ShouldBe(["事项 A", "改名"]);
        _road.Engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "002-23")]
    public async Task Tool_ImportsListsReviewsTransfersAndExports()
    {
        var file = _road.Write("items.csv", "事项编码,事项名称,行政行为,提供单位,提供单位统一社会信用代码,共享属性,公开属性\nXK01,食品经营许可,行政许可," + $"{SampleRecords.Agency.Name},{SampleRecords.Agency.CreditCode},政务共享,社会公开\n");
        (await Tool("catalogue", "import", file, "--layer", "provincial", "--from", "2026-01-01")).ShouldContain("\"unreviewed\":1");
        (await Tool("catalogue", "review", "xk01", "--reviewer", "乙某")).ShouldContain("\"unreviewed\":0");
        (await Tool("catalogue", "transfer", "XK01", "--to", $"某市行政审批服务局:{Codes.CreditCode(12, "11")}", "--on", "2026-06-01", "--basis", "机构改革方案")).ShouldContain("\"version\":3");
        var list = await Tool("catalogue", "list", "--day", "2026-07-01");
        list.ShouldContain("某市行政审批服务局");
        list.ShouldContain("\"layer\":\"provincial\"");
        (await Tool("catalogue", "export", Path.Combine(_road.Folder, "out.xlsx"))).ShouldContain("\"items\":1");
    }

    public void Dispose() => _road.Dispose();

    private CatalogEdition Save(params CatalogItem[] items) => _road.Engine.SaveCatalogue(Fixtures.Edition("e", CatalogLayer.Supplement, new(2020, 1, 1), items), "tester");

    private async Task<string> Tool(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        (await CreditKit.Tool.CommandLine.RunAsync([.. args, "--data", _road.Folder, "--json"], output, error, _road.Clock)).ShouldBe(0, error.ToString());
        return output.ToString();
    }
}
