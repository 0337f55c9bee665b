using CreditKit.Intake;
using CreditKit.Intake.Readers;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Standards;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Intake;

/// <summary>The eight other kinds of act: off unless the settings name them, then the same road as permits and penalties.</summary>
public sealed class ActTests : IDisposable
{
    private const string Own = """
        { "title": "本机关的其他行政行为", "source": "本机关规定", "columns": [
            { "code": "查封期限至", "field": "None", "head": "查封期限至", "type": "date", "need": "mandatory", "acts": ["Enforcement"] },
            { "code": "奖励金额", "field": "None", "head": "奖励金额(元)", "type": "amount", "acts": ["Award"] },
            { "code": "现场联系人", "field": "None", "head": "现场联系人", "personal": true } ] }
        """;

    private readonly TempFolder _folder = new();
    private readonly TestClock _clock = new();

    public void Dispose() => _folder.Dispose();

    private static string Csv(params string[] rows) =>
        "行政行为类别,行政相对人名称,行政相对人类别,统一社会信用代码,决定文书名称,决定文书号,决定内容,决定依据,决定日期,决定机关,决定机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,查封期限至,奖励金额(元),现场联系人,审查人,审查日期\n"
        + string.Join('\n', rows) + "\n";

    private static string Row(string kind, int n, string end = "", string amount = "") =>
        $"{kind},某市晨光食品有限公司,法人及非法人组织,{Codes.CreditCode(1)},查封决定书,某市监强〔2026〕{n}号,查封生产设备一台,《行政强制法》第九条,2026/05/06,{SampleRecords.Agency.Name},{SampleRecords.Agency.CreditCode},{SampleRecords.Agency.Name},{SampleRecords.Agency.CreditCode},{end},{amount},甲某,乙某,2026/05/07";

    private CreditKitEngine Open(params ActKind[] acts)
    {
        Directory.CreateDirectory(_folder.File("standards/acts"));
        File.WriteAllText(_folder.File("standards/acts/own.json"), Own);
        var options = new CreditKitOptions { DataDirectory = _folder.Path };
        foreach (var act in acts) options.Acts.Add(act.ToString());
        return CreditKitEngine.Open(options, _clock);
    }

    private ImportSummary Import(CreditKitEngine engine, string content, IImportObserver? observer = null)
    {
        File.WriteAllText(_folder.File("acts.csv"), content);
        return engine.Files.Import(_folder.File("acts.csv"), null, "tester", observer, null, CancellationToken.None);
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public void Acts_AreRefusedWithTheSetting_UntilTheirKindIsSwitchedOn()
    {
        using var engine = Open(ActKind.Award);
        var seen = new Remarks();
        Import(engine, Csv(Row("行政强制", 1, "2026/06/06"), Row("行政奖励", 2)), seen).ShouldBe(new ImportSummary(2, 1, 0, 0, 1));
        var issue = seen.Found.First(i => i.Rule == "act-switched-off" && i.Destination == IssueDestination.Publish);
        issue.Severity.ShouldBe(IssueSeverity.Block);
        issue.Message.ShouldContain("行政强制");
        issue.Hint.ShouldContain("ShuangGongShi:Acts");
        issue.Hint.ShouldContain("enforcement");
        ((AdministrativeAct)engine.Ledger.All().ShouldHaveSingleItem().Record.Value).Act.ShouldBe(ActKind.Award);
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public void Acts_AreNamedInEnglishOrChinese_AndAWrongNameIsRefused()
    {
        var options = new CreditKitOptions();
        options.Acts.Add("award");
        options.Acts.Add("行政监督检查");
        options.Acts.Add("Award");
        options.AcceptedActs.ShouldBe([ActKind.Award, ActKind.Inspection]);
        options.Acts.Add("行政许可");
        Should.Throw<CreditKitException>(() => options.AcceptedActs).Code.ShouldBe("CK1004");
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public void SourceOfOneKind_StatesItInItsProfile()
    {
        using var engine = Open(ActKind.Enforcement);
        File.WriteAllText(_folder.File("one.csv"), Csv(Row("", 1, "2026/06/06")).Replace("行政行为类别,", "", StringComparison.Ordinal).Replace("\n,", "\n", StringComparison.Ordinal));
        var profile = CreditKit.Intake.Profiles.ImportProfile.Parse("""{ "kind": "act", "constants": { "ActKind": "行政强制", "现场联系人": "乙某" } }""");
        engine.Files.Import(_folder.File("one.csv"), profile, "tester", null, null, CancellationToken.None).Accepted.ShouldBe(1);
        var act = (AdministrativeAct)engine.Ledger.All().ShouldHaveSingleItem().Record.Value;
        act.Act.ShouldBe(ActKind.Enforcement);
        act.Fields.ShouldContain(new ActField("现场联系人", "乙某", Personal: true));
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public void Act_GoesTheWholeRoad_WithTheAgencysOwnFields()
    {
        using var engine = Open(ActKind.Enforcement, ActKind.Award);
        engine.Projector.CatchUp();
        var seen = new Remarks();
        Import(engine, Csv(Row("行政强制", 1, "2026/06/06"), Row("行政奖励", 2, amount: "5000")), seen).Accepted.ShouldBe(2, string.Join('\n', seen.Found.Select(i => i.Message)));
        engine.Projector.CatchUp();

        var kept = (AdministrativeAct)engine.Ledger.All().First(r => r.Record.Value.DocumentNumber!.Contains('1', StringComparison.Ordinal) && ((AdministrativeAct)r.Record.Value).Act == ActKind.Enforcement).Record.Value;
        kept.Fields.ShouldBe([new ActField("查封期限至", "2026-06-06"), new ActField("现场联系人", "甲某", Personal: true)]);
        RecordJson.Read(RecordKind.Act, RecordJson.Write(kept)).ShouldBe(kept);

        engine.Query.Overview().Acts.ShouldBe(2);
        engine.Query.Overview().Penalties.ShouldBe(0);
        var row = engine.Query.List(new() { Text = "某市监强〔2026〕1号" }, null, 10).Rows.ShouldHaveSingleItem();
        row.Kind.ShouldBe(RecordKind.Act);
        row.Category.ShouldBe("行政强制");
        row.LastDay.ShouldBeNull();
        var shown = engine.Query.Find(row.Id).Record!;
        shown.Fields.ShouldContain(f => f.Label == "查封期限至" && f.Value == "2026-06-06");
        shown.Fields.ShouldNotContain(f => f.Label == "现场联系人");
        shown.PeriodLine.ShouldContain("未见规定");
        engine.Query.List(new() { Category = "行政奖励" }, null, 10).Rows.ShouldHaveSingleItem().Summary.ShouldBe("查封生产设备一台");
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public void OwnColumn_NeedsACodeThatCanTravel()
    {
        Directory.CreateDirectory(_folder.File("standards/acts"));
        File.WriteAllText(_folder.File("standards/acts/own.json"), Own.Replace("\"code\": \"奖励金额\"", "\"code\": \"奖励金额(元)\"", StringComparison.Ordinal));
        Should.Throw<CreditKitException>(() => StandardEditions.Load(_folder.File("standards"))).Code.ShouldBe("CK1435");
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public void OwnMandatoryColumn_IsAskedOfItsKindOnly()
    {
        using var engine = Open(ActKind.Enforcement, ActKind.Award);
        var seen = new Remarks();
        Import(engine, Csv(Row("行政强制", 1), Row("行政奖励", 2)), seen).Rejected.ShouldBe(1);
        seen.Found.ShouldContain(i => i.Rule == "mandatory" && i.Field == "查封期限至");
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public void Deadline_IsSevenWorkingDays_AndNoEndIsInvented()
    {
        using var engine = Open(ActKind.Enforcement);
        var standing = new RecordStanding { Released = true };
        var decision = engine.Policy.Decide(SampleRecords.Act(), standing, Destination.OwnSite);
        decision.Allowed.ShouldBeTrue();
        decision.PublishBy.ShouldBe(engine.Policy.Decide(SampleRecords.Penalty(), standing, Destination.OwnSite).PublishBy);
        // Saturday 9 May 2026 was a working day.
        decision.PublishBy.ShouldBe(new DateOnly(2026, 5, 14));
        decision.Until.ShouldBeNull();
        decision.Edition.ShouldBe("ACTS");

        var person = SampleRecords.Act() with { Counterpart = new() { Name = "丙某某", Kind = CounterpartKind.NaturalPerson, IdentityDocument = new("身份证", Codes.IdentityNumber(1)) } };
        engine.Policy.Decide(person, standing, Destination.OwnSite).Reasons.ShouldContain(r => r.Code == "natural-person-without-basis" && r.Blocks);
        engine.Policy.Decide(person with { PersonalDisclosureBasis = "《某法》第五条" }, standing, Destination.OwnSite).Allowed.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public void AgencysOwnPeriod_BindsOneKindOfAct()
    {
        Directory.CreateDirectory(_folder.File("policy"));
        File.WriteAllText(_folder.File("policy/own.json"), """
            { "id": "OWN", "title": "本机关规定", "role": "overlay", "level": "agency", "effectiveFrom": null, "effectiveTo": null, "source": "某市规定第三条", "certainty": "V1",
              "period": { "mode": "prescribe", "start": "decided", "rules": [ { "id": "inspection", "when": { "kinds": ["act"], "acts": ["inspection"] }, "max": 12 } ] } }
            """);
        using var engine = Open(ActKind.Enforcement);
        var standing = new RecordStanding { Released = true };
        engine.Policy.Decide(SampleRecords.Act(ActKind.Inspection), standing, Destination.OwnSite).LastDay.ShouldBe(new DateOnly(2027, 5, 6));
        engine.Policy.Decide(SampleRecords.Act(ActKind.Award), standing, Destination.OwnSite).LastDay.ShouldBeNull();
    }

    [Theory]
    [Trait("Requirement", "003-6")]
    [Trait("Requirement", "001-7")]
    [InlineData("package", "", "not-this-kind")]
    [InlineData("package", "license", "not-this-kind")]
    [InlineData("portal-api", "act", "no-form-for-kind")]
    [InlineData("package", "act", "")]
    public void EveryChannel_HoldsActsBack_UnlessItNamesThem(string type, string kinds, string reason)
    {
        var channel = new ChannelOptions { Name = "province", Type = type };
        if (kinds.Length > 0) channel.Kinds.Add(kinds);
        using var engine = Open(ActKind.Enforcement);
        var router = new ReportRouter([channel], engine.Policy.Decide);
        var standing = new RecordStanding { Released = true, ReleasedForSharing = true };
        router.Route(SampleRecords.Act(), standing)[0].Decision.Reasons.Where(r => r.Blocks).Select(r => r.Code).ShouldBe(reason.Length == 0 ? [] : [reason]);
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public void WrittenAct_IsReadBackAsTheSame()
    {
        using var engine = Open(ActKind.Enforcement);
        var editions = StandardEditions.Load(_folder.File("standards"));
        var act = SampleRecords.Act() with { Fields = [new ActField("查封期限至", "2026-06-06"), new ActField("现场联系人", "甲某", Personal: true)] };
        var writer = RecordWriter.For(editions.Current, RecordKind.Act, extensions: true);
        string[] heads = [.. writer.Columns.Select(c => c.Head)];
        HeadingMatcher.KindOf(heads, editions).ShouldBe(RecordKind.Act);
        new RecordBinder(HeadingMatcher.Plan(heads, RecordKind.Act, editions.Current, editions)).Bind(writer.Write(act)).Record.ShouldBe(act);
    }

    private sealed class Remarks : IImportObserver
    {
        public List<ValidationIssue> Found { get; } = [];

        public void Row(int row, IntakeOutcome outcome, string? id, IReadOnlyList<ValidationIssue> issues) => Found.AddRange(issues);

        public void Rejected(ImportedRow row) => Found.AddRange(row.Report.Issues);

        public void File(ValidationIssue issue)
        {
        }
    }
}
