using System.Globalization;
using CreditKit.Validation;

namespace CreditKit.Tool.Output;

/// <summary>
/// The answer to a file for a person: first what blocks, then what to look at, then what is held back from reporting. A
/// paragraph per issue rather than a table: Chinese sentences in narrow columns are not readable.
/// </summary>
internal sealed class IssueTable
{
    private const int Shown = 40;
    private readonly List<ValidationIssue> _blocks = [];
    private readonly List<ValidationIssue> _beside = [];
    private readonly List<ValidationIssue> _warnings = [];
    private readonly List<ValidationIssue> _file = [];
    private readonly SortedDictionary<string, (string Message, long Rows)> _held = new(StringComparer.Ordinal);
    private long _blockCount;
    private long _besideCount;
    private long _warningCount;
    private long _infoCount;

    /// <summary>The issues of a row. What a blocked row lacks for reporting is not listed: it is not held back, it is not there.</summary>
    public void Add(IReadOnlyList<ValidationIssue> issues)
    {
        var blocked = issues.Any(i => i is { Severity: IssueSeverity.Block, Destination: IssueDestination.Publish });
        foreach (var issue in issues)
            if (!blocked || issue.Destination == IssueDestination.Publish) Add(issue, blocked);
    }

    /// <summary>What is to be said of the file as a whole: it stands under no row's heading.</summary>
    public void AddFile(ValidationIssue issue)
    {
        if (issue.Severity == IssueSeverity.Info) _infoCount++;
        else _file.Add(issue);
    }

    /// <summary>What the closing line says of rows that nobody sees until they are reviewed.</summary>
    public static string Waiting(long rows) => rows == 0 ? "" : $"其中 {Number(rows)} 行等待审查，审查前不公示：creditkit review。";

    private void Add(ValidationIssue issue, bool blocked)
    {
        switch (issue)
        {
            case { Severity: IssueSeverity.Block, Destination: IssueDestination.Publish }:
                if (_blockCount++ < Shown) _blocks.Add(issue);
                break;
            case { Severity: IssueSeverity.Block }:
                // The same lack on every row is one line: which field, how many rows.
                var key = $"{issue.Field} {issue.Rule}";
                _held[key] = (issue.Message, _held.TryGetValue(key, out var held) ? held.Rows + 1 : 1);
                break;
            case { Severity: IssueSeverity.Warn, Destination: IssueDestination.Publish } when blocked:
                if (_besideCount++ < Shown) _beside.Add(issue);
                break;
            case { Severity: IssueSeverity.Warn, Destination: IssueDestination.Publish }:
                if (_warningCount++ < Shown) _warnings.Add(issue);
                break;
            default:
                _infoCount++;
                break;
        }
    }

    public void Print(TextWriter output)
    {
        List(output, "文件，请核对", _file, _file.Count);
        List(output, "不能接收，请更正后重新导入", _blocks, _blockCount);
        List(output, "不能接收的行，更正时一并核对", _beside, _besideCount);
        List(output, "可以接收，请核对", _warnings, _warningCount);
        if (_held.Count > 0)
        {
            output.WriteLine("可以接收，但暂不能报送");
            foreach (var (_, (message, rows)) in _held) output.WriteLine($"  {Number(rows)} 行：{message}");
            output.WriteLine();
        }

        if (_infoCount > 0) output.WriteLine($"另有 {Number(_infoCount)} 条说明（自动规范的写法等），用 --json 查看全部。");
    }

    private static void List(TextWriter output, string title, List<ValidationIssue> issues, long count)
    {
        if (count == 0) return;
        output.WriteLine($"{title}（{Number(count)} 处）");
        foreach (var issue in issues)
        {
            output.WriteLine($"  {(issue.Row > 0 ? $"第 {issue.Row} 行 " : "")}{(issue.Field.Length > 0 ? $"〔{issue.Field}〕" : "")}");
            output.WriteLine($"    {Sentence(issue.Message)}");
            if (issue.Hint.Length > 0) output.WriteLine($"    应当：{Sentence(issue.Hint)}{(issue.Source.Length > 0 ? $"（依据：{issue.Source}）" : "")}");
        }

        if (count > issues.Count) output.WriteLine($"  只列出前 {issues.Count} 处；用 --json 查看全部。");
        output.WriteLine();
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Sentence(string text) => text.EndsWith('。') ? text : text + "。";
}
