using CreditKit.Validation;
using Spectre.Console;

namespace CreditKit.Tool.Output;

/// <summary>The answer to a file for a person: what blocks first, then what warns; long lists are cut with a word on how to see all.</summary>
internal sealed class IssueTable
{
    private const int Shown = 40;
    private readonly List<ValidationIssue> _blocks = [];
    private readonly List<ValidationIssue> _warnings = [];
    private readonly SortedDictionary<string, (string Message, long Rows)> _held = new(StringComparer.Ordinal);
    private long _blockCount;
    private long _warningCount;
    private long _infoCount;

    public void Add(ValidationIssue issue)
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
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = 160;
        List(console, "不能公示，请更正后重新导入", _blocks, _blockCount);
        List(console, "可以公示，请核对", _warnings, _warningCount);
        if (_held.Count > 0)
        {
            var table = new Table { Title = new TableTitle("可以公示，但暂不能报送"), Border = TableBorder.Simple };
            table.AddColumn("行数").AddColumn("缺什么");
            foreach (var (_, (message, rows)) in _held) table.AddRow(new Text(rows.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)), new Text(message));
            console.Write(table);
        }

        if (_infoCount > 0) console.WriteLine($"另有 {_infoCount:N0} 条说明（自动规范的写法等），用 --json 查看全部。");
    }

    private static void List(IAnsiConsole console, string title, List<ValidationIssue> issues, long count)
    {
        if (count == 0) return;
        var table = new Table { Title = new TableTitle($"{title}（{count:N0} 处）"), Border = TableBorder.Simple };
        table.AddColumn("行").AddColumn("列").AddColumn("问题").AddColumn("应当怎样").AddColumn("依据");
        foreach (var issue in issues)
            table.AddRow(new Text(issue.Row == 0 ? "" : issue.Row.ToString(System.Globalization.CultureInfo.InvariantCulture)), new Text(issue.Field), new Text(issue.Message), new Text(issue.Hint), new Text(issue.Source));
        console.Write(table);
        if (count > issues.Count) console.WriteLine($"只列出前 {issues.Count} 处，用 --json 查看全部，或用 --report 生成错误报告表。");
    }
}
