using System.Globalization;
using CreditKit.Intake.Readers;
using CreditKit.Standards.Workbooks;
using CreditKit.Validation;

namespace CreditKit.Intake.Answer;

/// <summary>
/// The answer to the clerk: the original rows with the wrong cells coloured and commented, a sheet of issues, a sheet of the
/// rules. Mending the first sheet and importing this very file works. Streams; rows are not kept. Not safe for several threads.
/// </summary>
public sealed class ErrorWorkbook : IDisposable
{
    /// <summary>Name of the sheet with the original rows.</summary>
    public const string RowsSheet = "错误数据";

    private readonly Stream _target;
    private readonly WorkbookWriter _book;
    private readonly SheetWriter _rows;
    private readonly CommentWriter _comments = new();
    private readonly IssueSpool _issues = new();
    private readonly IReadOnlyList<string> _headings;
    private readonly Dictionary<string, int> _ordinals = [];
    private readonly IReadOnlyList<RuleDescription> _rules;
    private bool _finished;

    private ErrorWorkbook(Stream target, IReadOnlyList<string> headings, IReadOnlyList<RuleDescription> rules)
    {
        (_target, _headings, _rules) = (target, headings, rules);
        for (var i = 0; i < headings.Count; i++) _ordinals.TryAdd(headings[i], i);
        _book = new(target);
        _rows = _book.Sheet(RowsSheet, comments: true);
        _rows.Columns(headings.Select(h => Math.Clamp(h.Length * 2 + 2, 12, 40)));
        _rows.Row(headings, CellLook.Heading);
    }

    /// <summary>Rows written so far.</summary>
    public int Count => _rows.Rows - 1;

    /// <summary>Starts a report file.</summary>
    /// <param name="path">The XLSX to write; replaced when it exists.</param>
    /// <param name="headings">The headings of the original file.</param>
    /// <param name="rules">The rules in force, for their sheet; null: the shipped ones.</param>
    public static ErrorWorkbook Create(string path, IReadOnlyList<string> headings, IReadOnlyList<RuleDescription>? rules = null) =>
        Create(PrivateFile(path), headings, rules);

    // It holds the rows as they came, unmasked: nobody but the account that made it reads it.
    private static FileStream PrivateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <summary>Starts a report on a stream, which is closed with it.</summary>
    public static ErrorWorkbook Create(Stream target, IReadOnlyList<string> headings, IReadOnlyList<RuleDescription>? rules = null) =>
        new(target, headings, rules ?? [.. RuleCatalog.All]);

    /// <summary>Adds a row with its issues.</summary>
    public void Add(ImportedRow row) => Add(row.Raw, row.Report.Issues);

    /// <summary>Adds a row with its issues.</summary>
    public void Add(RawRow raw, IReadOnlyList<ValidationIssue> issues)
    {
        var cells = new string[Math.Max(_headings.Count, raw.Cells.Count)];
        for (var i = 0; i < cells.Length; i++) cells[i] = i < raw.Cells.Count ? raw.Cells[i] : "";
        var worst = new Dictionary<int, IssueSeverity>();
        foreach (var issue in issues)
            if (issue.Severity != IssueSeverity.Info && Ordinal(issue) is var at && (!worst.TryGetValue(at, out var known) || issue.Severity > known)) worst[at] = issue.Severity;
        _rows.Row(cells, i => !worst.TryGetValue(i, out var severity) ? CellLook.Plain : severity == IssueSeverity.Block ? CellLook.Blocked : CellLook.Warned);
        foreach (var cell in issues.Where(i => i.Severity != IssueSeverity.Info).GroupBy(Ordinal))
            _comments.Add(_rows.Rows, cell.Key, string.Join('\n', cell.Select(Line).Distinct()));
        foreach (var issue in issues.GroupBy(i => (i.Rule, i.Field, i.Message)))
            _issues.Add([
                _rows.Rows.ToString(CultureInfo.InvariantCulture), raw.Number.ToString(CultureInfo.InvariantCulture), issue.Key.Field, Weight(issue, IssueDestination.Publish), Weight(issue, IssueDestination.Report),
                issue.Key.Message, issue.First().Hint, issue.First().Source, issue.Key.Rule]);
    }

    /// <summary>Writes the sheets of issues and rules and closes the file.</summary>
    public void Dispose()
    {
        if (_finished) return;
        _finished = true;
        _rows.Dispose();
        using (var sheet = _book.Sheet("问题清单"))
        {
            sheet.Columns([8, 10, 24, 8, 8, 48, 48, 40, 24]);
            sheet.Row(["本表行", "原文件行", "列", "公示", "上报", "问题", "怎样改", "依据", "规则编号"], CellLook.Heading);
            foreach (var issue in _issues.Read()) sheet.Row(issue, i => i is 3 or 4 ? issue[i] switch { "阻断" => CellLook.Blocked, "提醒" => CellLook.Warned, _ => CellLook.Plain } : CellLook.Plain);
        }
        using (var sheet = _book.Sheet("规则说明"))
        {
            sheet.Columns([30, 36, 8, 8, 10, 60, 60]);
            sheet.Row(["规则编号", "规则", "公示", "上报", "存量公示", "怎样改", "依据"], CellLook.Heading);
            foreach (var rule in _rules) sheet.Row([rule.Id, rule.Title, Weight(rule.Publish), Weight(rule.Report), Weight(rule.Historic ?? rule.Publish), rule.Hint, rule.Source]);
        }
        _comments.CopyTo(_book);
        _book.Dispose();
        _comments.Dispose();
        _issues.Dispose();
        _target.Dispose();
    }

    /// <summary>An issue of the row as a whole, or of a column the file lacks, is shown on the first cell.</summary>
    private int Ordinal(ValidationIssue issue) => _ordinals.GetValueOrDefault(issue.Field, 0);

    private static string Line(ValidationIssue issue) => issue.Hint.Length > 0 ? $"{issue.Message}。{issue.Hint}" : issue.Message;

    private static string Weight(IEnumerable<ValidationIssue> issues, IssueDestination destination) =>
        issues.FirstOrDefault(i => i.Destination == destination)?.Severity switch { IssueSeverity.Block => "阻断", IssueSeverity.Warn => "提醒", IssueSeverity.Info => "提示", _ => "" };

    private static string Weight(RuleWeight weight) => weight switch { RuleWeight.Block => "阻断", RuleWeight.Warn => "提醒", RuleWeight.Info => "提示", _ => "不检查" };
}
