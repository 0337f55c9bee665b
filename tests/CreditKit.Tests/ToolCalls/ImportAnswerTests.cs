using System.Text.Json;
using System.Text.RegularExpressions;
using CreditKit.Tests.Support;
using CreditKit.Tool;

namespace CreditKit.Tests.ToolCalls;

/// <summary>What the clerk who brings a file is told of its rows.</summary>
public sealed partial class ImportAnswerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestClock _clock = new();
    private int _call;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    [Trait("Requirement", "000-27")]
    public async Task ARowWithoutReview_IsSaidToWait_WhenItIsAcceptedAndWhenItIsOnlyChecked(bool reviewed, int waiting)
    {
        var file = Row(reviewed);
        foreach (var call in (string[])["validate", "import"])
        {
            (await RunAsync(call, file)).Contains("其中 1 行等待审查，审查前不公示：creditkit review。", StringComparison.Ordinal).ShouldBe(waiting == 1, call);
            using var answer = JsonDocument.Parse(await RunAsync(call, file, "--json"));
            answer.RootElement.GetProperty("waitingForReview").GetInt64().ShouldBe(waiting);
            answer.RootElement.GetProperty("accepted").GetInt64().ShouldBe(1);
        }
    }

    [Fact]
    [Trait("Requirement", "000-27")]
    public async Task EachRow_StandsUnderWhatIsTrueOfIt()
    {
        var sections = Sections(await RunAsync("validate", Repository.PathOf("samples", "SampleData", "dirty.csv")));

        sections["不能接收，请更正后重新导入"].ShouldNotBeEmpty();
        sections["可以接收，请核对"].ShouldNotBeEmpty();
        sections["可以接收，请核对"].Intersect(sections["不能接收，请更正后重新导入"]).ShouldBeEmpty();
        sections["不能接收的行，更正时一并核对"].Except(sections["不能接收，请更正后重新导入"]).ShouldBeEmpty();
        sections.Keys.ShouldNotContain(k => k.Contains("可以公示", StringComparison.Ordinal));
    }

    // One row of the sample, with or without its review.
    private string Row(bool reviewed)
    {
        var lines = File.ReadAllLines(Repository.PathOf("samples", "SampleData", "licences.csv"));
        var head = lines[0].TrimStart('\uFEFF').Split(',');
        var (who, when) = (Array.IndexOf(head, "审查人"), Array.IndexOf(head, "审查日期"));
        var cells = lines.Skip(1).Where(l => !l.Contains('"')).Select(l => l.Split(',')).First(c => c.Length == head.Length && c[who].Length > 0 && c[when].Length > 0);
        if (!reviewed) cells[who] = cells[when] = "";
        File.WriteAllText(_folder.File("row.csv"), $"{string.Join(',', head)}\n{string.Join(',', cells)}\n");
        return _folder.File("row.csv");
    }

    private static Dictionary<string, HashSet<string>> Sections(string text)
    {
        var sections = new Dictionary<string, HashSet<string>>();
        var current = "";
        foreach (var line in text.Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } heading) sections[current = heading.Groups[1].Value] = [];
            else if (RowNumber().Match(line) is { Success: true } row) sections[current].Add(row.Groups[1].Value);
        }

        return sections;
    }

    private async Task<string> RunAsync(params string[] call)
    {
        var output = new StringWriter();
        (await CommandLine.RunAsync([.. call, "--data", _folder.File($"data{_call++}")], output, TextWriter.Null, _clock)).ShouldBeInRange(0, 1);
        return output.ToString();
    }

    [GeneratedRegex(@"^(\S.*)（[\d,]+ 处）$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^  第 (\d+) 行")]
    private static partial Regex RowNumber();
}
