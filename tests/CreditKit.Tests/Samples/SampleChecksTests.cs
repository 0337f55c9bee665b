using System.Text.Json;
using CreditKit.Intake.Readers;
using CreditKit.Tests.Support;
using CreditKit.Validation;

namespace CreditKit.Tests.Samples;

/// <summary>The sample files through the checks that anyone's files go through.</summary>
public sealed class SampleChecksTests
{
    private static FileImportOptions Options => new() { Time = new TestClock(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero)) };

    [Theory]
    [InlineData("licences.csv")]
    [InlineData("penalties.xlsx")]
    [InlineData("corrections.csv")]
    public void SampleRows_AreAllAccepted_When_Checked(string file)
    {
        using var import = FileImport.Open(SampleFile.PathOf(file), options: Options);
        var blocked = import.SelectMany(r => r.Report.Issues).Where(i => i.Severity == IssueSeverity.Block).Select(i => $"{i.Row} {i.Rule} {i.Field} {i.Destination}");
        blocked.ShouldBeEmpty();
        import.FileIssues.ShouldBeEmpty();
    }

    [Fact]
    public void DirtyRows_GetWhatIsExpected_When_Checked()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(SampleFile.PathOf("dirty-expected.json")));
        using var import = FileImport.Open(SampleFile.PathOf("dirty.csv"), options: Options);
        var rows = import.ToList();
        rows.Count.ShouldBe(expected.RootElement.GetArrayLength());
        foreach (var (row, wanted) in rows.Zip(expected.RootElement.EnumerateArray()))
        {
            var what = $"{wanted.GetProperty("row")} {wanted.GetProperty("mistake")}: {string.Join("; ", row.Report.Issues.Select(i => $"{i.Severity} {i.Rule} {i.Field}"))}";
            row.Row.ShouldBe(wanted.GetProperty("row").GetInt32());
            var field = wanted.GetProperty("field").GetString();
            var publish = row.Report.Issues.Where(i => i.Destination == IssueDestination.Publish);
            switch (wanted.GetProperty("outcome").GetString())
            {
                case "block":
                    publish.ShouldContain(i => i.Severity == IssueSeverity.Block && i.Field == field, what);
                    row.Report.MayPublish.ShouldBeFalse(what);
                    break;
                case "warn":
                    publish.ShouldContain(i => i.Severity == IssueSeverity.Warn && i.Field == field, what);
                    row.Report.MayPublish.ShouldBeTrue(what);
                    break;
                default:
                    row.Report.MayPublish.ShouldBeTrue(what);
                    row.Report.MayReport.ShouldBeTrue(what);
                    break;
            }
        }
    }
}
