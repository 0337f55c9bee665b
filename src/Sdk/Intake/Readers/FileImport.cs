using System.Collections;
using CreditKit.Intake.Profiles;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Validation;

namespace CreditKit.Intake.Readers;

/// <summary>
/// Reads a file and checks every row, streaming: nothing of a row is kept when the next is taken. Enumerate once. A fault
/// of the file in the middle is a <see cref="RecordFileException"/> from the enumerator; the rows before it stand.
/// </summary>
public sealed class FileImport : IEnumerable<ImportedRow>, IDisposable
{
    private readonly IRecordReader _reader;
    private readonly ImportProfile? _profile;
    private readonly FileImportOptions _options;
    private readonly string _path;
    private readonly ValidationSettings _settings;
    private readonly List<ValidationIssue> _issues = [];
    private readonly RowComparer _comparer = new();
    private BindingPlan _plan;
    private RecordValidator? _validator;
    private bool _enumerated;

    private FileImport(IRecordReader reader, string path, ImportProfile? profile, FileImportOptions options)
    {
        (_reader, _path, _profile, _options) = (reader, path, profile, options);
        _settings = Narrowed(options.Settings, profile);
        _plan = NextPlan(first: true)!;
    }

    /// <summary>What the rows (of the first section) are.</summary>
    public RecordKind Kind => _plan.Kind;

    /// <summary>The edition they are checked against.</summary>
    public StandardEdition Edition => _plan.Edition;

    /// <summary>The plan of the current section.</summary>
    public BindingPlan Plan => _plan;

    /// <summary>The headings of the current section.</summary>
    public IReadOnlyList<string> Headings => _reader.Headings;

    /// <summary>What is to be said of the file as a whole: unknown headings with the nearest field, skipped sheets. Grows with each section.</summary>
    public IReadOnlyList<ValidationIssue> FileIssues => _issues;

    /// <summary>Rows read so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that may be published.</summary>
    public int Accepted { get; private set; }

    /// <summary>Rows blocked for publication.</summary>
    public int Rejected { get; private set; }

    /// <summary>Accepted rows that are held back from reporting.</summary>
    public int HeldBack { get; private set; }

    /// <summary>Part of the source that was read, 0 to 1, for a progress bar; null when the reader cannot know.</summary>
    public double? Fraction => _reader.Fraction;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="profile">How it is written; null: told from its headings.</param>
    /// <param name="options">Settings, editions, clock; null: none.</param>
    /// <exception cref="RecordFileException">The file cannot be read, or no heading is known.</exception>
    /// <exception cref="CreditKitException">The profile names a field that does not exist.</exception>
    public static FileImport Open(string path, ImportProfile? profile = null, FileImportOptions? options = null)
    {
        options ??= new();
        var reader = RecordReaders.Open(path, options.Reader with
        {
            Score = cells => Math.Max(ProfilePlanner.Score(profile, cells), HeadingMatcher.Score(cells, options.Editions)),
            Sheet = profile?.Sheet ?? options.Reader.Sheet,
            Encoding = profile?.Encoding ?? options.Reader.Encoding,
            HeadingRow = profile?.HeadingRow ?? options.Reader.HeadingRow,
        });
        return Read(reader, path, profile, options);
    }

    /// <summary>Takes the rows of a reader of one's own.</summary>
    /// <param name="reader">The reader; disposed with the import.</param>
    /// <param name="name">Name of the source, for messages.</param>
    /// <param name="profile">How it is written; null: told from its headings.</param>
    /// <param name="options">Settings, editions, clock; null: none.</param>
    public static FileImport Read(IRecordReader reader, string name, ImportProfile? profile = null, FileImportOptions? options = null)
    {
        try
        {
            return new(reader, name, profile, options ?? new());
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<ImportedRow> GetEnumerator()
    {
        if (_enumerated) throw new InvalidOperationException("CK1420：文件只能遍历一次；请重新打开。");
        _enumerated = true;
        return Enumerate();
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<ImportedRow> Enumerate()
    {
        for (var plan = _plan; plan is not null; plan = NextPlan(first: false))
        {
            _plan = plan;
            _validator ??= new(plan.Edition, _settings, _options.Time, _options.ExtraRules);
            foreach (var found in CheckAhead.Rows(_reader, new RowCheck(plan, _validator)))
            {
                var row = Compared(found, plan);
                Rows++;
                if (row.Report.MayPublish) Accepted++;
                else Rejected++;
                if (row.Report is { MayPublish: true, MayReport: false }) HeldBack++;
                yield return row;
            }
        }

        if (Rows == 0) Remark("no-rows", "文件只有表头，没有数据行，什么也没有导入", "请核对导出的条件和范围；确实没有新的决定时不必导入。", IssueSeverity.Warn, "");
    }

    private ImportedRow Compared(ImportedRow row, BindingPlan plan) =>
        _comparer.Compare(row, plan, _validator!) is { Count: > 0 } remarks ? row with { Report = row.Report.With(remarks) } : row;

    /// <summary>The plan of the next section whose headings are known; sheets of other things are passed over with a remark.</summary>
    private BindingPlan? NextPlan(bool first)
    {
        var skipped = new List<(string? Sheet, IReadOnlyList<string> Headings)>();
        while (_reader.NextSection())
        {
            var plan = ProfilePlanner.Plan(_profile, _reader.Headings, _options.Editions, out var absent);
            if (plan is null or { Columns.Count: 0 } || (_profile is null && plan.Columns.Count < 2 && _reader.Headings.Count > 3))
            {
                if (plan is null && HeadingMatcher.Score(_reader.Headings, _options.Editions) > 0) throw ReadFault.UnknownKind(_path);
                skipped.Add((_reader.Sheet, _reader.Headings));
                Remark("sheet-skipped", $"工作表“{_reader.Sheet}”没有能识别的表头，已跳过", "不含双公示数据的工作表无须处理。", IssueSeverity.Info, "");
                continue;
            }
            foreach (var unknown in plan.Unknown)
                Remark("unknown-heading", $"表头“{unknown.Heading}”不在数据标准中，这一列没有导入", HintOf(unknown, plan), IssueSeverity.Warn, unknown.Heading);
            foreach (var heading in absent)
                Remark("absent-heading", $"导入配置中的列“{heading}”在文件里没有", "核对导入配置和文件的表头是否一致。", IssueSeverity.Warn, heading);
            Formulas(plan);
            return plan;
        }
        if (!first) return null;
        if (skipped.Count == 0) throw ReadFault.Empty(_path);
        throw ReadFault.NoHeadings(_path, skipped[0].Sheet, skipped[0].Headings.Count);
    }

    // A column of the other kind is not a misspelt one of this kind: the rows themselves are in the wrong file.
    private string HintOf(UnknownHeading unknown, BindingPlan plan)
    {
        foreach (var other in (RecordKind[])[RecordKind.License, RecordKind.Penalty])
            if (other != plan.Kind && HeadingIndex.For(plan.Edition, other, _options.Editions).Find(unknown.Heading, out _) is not null)
                return $"这是{RecordKindText.Of(other)}的列，而这个文件按{RecordKindText.Of(plan.Kind)}读取。许可和处罚请分成两个文件（或者两张工作表）分别导入；不需要的列写进导入配置的 ignore。";
        return unknown.Nearest is { } near ? $"是否应为“{near}”？是的话请改表头，或者在导入配置的 columns 中写明；不需要的列写进 ignore。" : "请在导入配置的 columns 中写明它的含义；不需要的列写进 ignore。";
    }

    private void Formulas(BindingPlan plan)
    {
        if (_reader is not ExcelRecordReader workbook) return;
        var found = workbook.FormulasWithoutResult.Where(c => c.Row > _reader.HeadingRow && plan.Columns.Any(p => p.Ordinal == c.Column)).ToList();
        if (found.Count == 0) return;
        var heading = plan.Columns.First(p => p.Ordinal == found[0].Column).Heading;
        _issues.Add(new()
        {
            Row = found[0].Row, Rule = "formula-without-result", Field = heading, Severity = IssueSeverity.Warn, Destination = IssueDestination.Publish,
            Message = $"这一格是公式，文件里没有保存它的计算结果，只能按空白读取{(found.Count > 1 ? $"（这样的单元格共 {found.Count} 个，第一个在第 {found[0].Row} 行“{heading}”）" : "")}",
            Hint = "请在 Excel 或 WPS 中打开文件、重新计算并保存，或者把公式粘贴为数值，再导入。", Source = "工作簿的内容",
        });
    }

    /// <summary>A remark of a rule that compares with the ledger.</summary>
    internal IReadOnlyList<ValidationIssue> Remark(string rule, CreditRecord record, StandardField field, string message, int row) =>
        _validator?.Remark(rule, new BoundRecord(record, [], _plan), field, message, row) ?? [];

    private void Remark(string rule, string message, string hint, IssueSeverity severity, string field)
    {
        if (_issues.Exists(i => i.Rule == rule && i.Field == field && i.Message == message)) return;
        _issues.Add(new() { Row = _reader.HeadingRow, Rule = rule, Field = field, Severity = severity, Destination = IssueDestination.Publish, Message = message, Hint = hint, Source = "导入配置与数据标准的表头" });
    }

    /// <summary>The settings under a profile.</summary>
    internal static ValidationSettings Narrowed(ValidationSettings settings, ImportProfile? profile) =>
        profile is { Authorities.Count: > 0 } ? settings with { AcceptedAuthorities = Narrowed(settings.AcceptedAuthorities, profile.Authorities) } : settings;

    /// <summary>A profile narrows whose rows are taken, it does not widen it.</summary>
    private static IReadOnlyList<Authority> Narrowed(IReadOnlyList<Authority> settings, IReadOnlyList<Authority> profile)
    {
        if (settings.Count == 0) return profile;
        var both = profile.Where(p => settings.Any(s => s.CreditCode is { } code && p.CreditCode is { } other ? code == other : s.Name == p.Name)).ToList();
        return both.Count > 0 ? both : [new Authority("（导入配置中的机关都不在本栏目接收之列）", "-")];
    }
}
