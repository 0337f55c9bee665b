using CreditKit.Intake.Profiles;
using CreditKit.Intake.Readers;
using CreditKit.Records;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Readers;

public sealed class RealFilesTests
{
    internal static string Profile(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "CreditKit.Tests", "Readers", "profiles", name);
            if (File.Exists(path)) return path;
        }
        throw new FileNotFoundException(name);
    }

    private static List<ImportedRow> Read(string file, string profile, out FileImport import)
    {
        import = FileImport.Open(SharedData.Find($"data/real/{file}")!, ImportProfile.Load(Profile(profile)), new() { Time = new TestClock() });
        using (import) return [.. import];
    }

    [SharedFact("data/real/licences.csv")]
    [Trait("Requirement", "000-15")]
    public void Licences_ArePublishableAndHeldBackFromReporting()
    {
        var rows = Read("licences.csv", "real-licences.json", out var import);
        rows.Count.ShouldBe(18);
        var problems = rows.SelectMany(r => r.Report.Issues).Where(i => i is { Severity: IssueSeverity.Block, Destination: IssueDestination.Publish }).Select(i => $"{i.Row} {i.Rule} {i.Field}");
        problems.ShouldBeEmpty();
        rows.ShouldAllBe(r => r.Report.MayPublish && !r.Report.MayReport);
        (import.Accepted, import.Rejected, import.HeldBack).ShouldBe((18, 0, 18));
        import.FileIssues.ShouldBeEmpty();
        rows[0].Report.Issues.Where(i => i is { Severity: IssueSeverity.Block, Destination: IssueDestination.Report }).Select(i => i.Field)
            .ShouldBe(["许可机关统一社会信用代码", "数据来源单位", "数据来源单位统一社会信用代码"], ignoreOrder: true);
        var nameless = rows.Single(r => r.Record.Counterpart.Name is null);
        nameless.Report.Issues.ShouldContain(i => i.Rule == "mandatory" && i.Severity == IssueSeverity.Warn && i.Field == "行政相对人名称");
        rows.Count(r => r.Record is AdministrativeLicense { ValidFrom: null }).ShouldBe(2);
        rows.Count(r => r.Record is AdministrativeLicense { ValidUntil: null }).ShouldBe(6);
        rows.ShouldAllBe(r => r.Record.Counterpart.Kind == CounterpartKind.Organization && r.Record.Reviewer != null);
    }

    [SharedFact("data/real/penalties.csv")]
    [Trait("Requirement", "002-21")]
    public void Penalties_ArePublishableAsHistoricAndHeldBackFromReporting()
    {
        var rows = Read("penalties.csv", "real-penalties.json", out var import);
        rows.Count.ShouldBe(100);
        var problems = rows.SelectMany(r => r.Report.Issues).Where(i => i is { Severity: IssueSeverity.Block, Destination: IssueDestination.Publish }).Select(i => $"{i.Row} {i.Rule} {i.Field} {i.Message}");
        problems.ShouldBeEmpty();
        rows.ShouldAllBe(r => r.Report.MayPublish && !r.Report.MayReport);
        import.FileIssues.ShouldBeEmpty();
        var first = rows[0].Record.ShouldBeOfType<AdministrativePenalty>();
        first.DecisionDate.ShouldBe(new(2009, 7, 28));
        first.FineAmount.ShouldBe(10_000m);
        first.PenaltyContent.ShouldBe("罚款（罚没金额 10000 元）");
        first.Historic.ShouldBeTrue();
        rows.Select(r => (AdministrativePenalty)r.Record).Count(p => p.PenaltyCategories.SequenceEqual(["警告", "罚款"])).ShouldBe(10);
        rows[0].Report.Issues.Where(i => i is { Severity: IssueSeverity.Block, Destination: IssueDestination.Report }).Select(i => i.Field)
            .ShouldBe(["行政相对人代码_1(统一社会信用代码)", "行政处罚决定书文号", "处罚有效期", "处罚机关统一社会信用代码", "数据来源单位", "数据来源单位统一社会信用代码"], ignoreOrder: true);
    }
}
