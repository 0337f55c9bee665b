using CreditKit.Intake;
using CreditKit.Intake.Readers;
using CreditKit.Validation;

namespace CreditKit.Tool.Output;

/// <summary>The answer to an import or a pull for a person: a table of issues and one line of figures.</summary>
internal sealed class PersonAnswer(ErrorReport errors) : IImportObserver
{
    private readonly IssueTable _table = new();

    private long _waiting;

    private readonly int[] _rows = new int[Enum.GetValues<IntakeOutcome>().Length];

    public void Row(int row, IntakeOutcome outcome, string? id, IReadOnlyList<ValidationIssue> issues)
    {
        _table.Add(issues);
        _rows[(int)outcome]++;
    }

    public void Waiting(int row) => _waiting++;

    public void Rejected(ImportedRow row) => errors.Add(row);

    public void File(ValidationIssue issue) => _table.AddFile(issue);

    /// <summary>What became of the rows so far, also of a file that broke off.</summary>
    public void Print(ToolContext context, FileInfo? report, bool whole = true)
    {
        if (!whole && _rows.Sum() == 0) return;
        _table.Print(context.Output);
        context.Output.WriteLine($"{(whole ? "共" : "中断之前")} {_rows.Sum():N0} 行：新增 {Of(IntakeOutcome.Accepted):N0}，未变 {Of(IntakeOutcome.Unchanged):N0}，更正 {Of(IntakeOutcome.Corrected):N0}，未接受 {Of(IntakeOutcome.Rejected):N0}。{IssueTable.Waiting(_waiting)}");
        if (errors.Rows > 0) context.Output.WriteLine($"错误报告表：{report!.FullName}（{errors.Rows:N0} 行，改正后可直接再导入；表中是未脱敏的原文，请勿外传）。");
    }

    private int Of(IntakeOutcome outcome) => _rows[(int)outcome];
}

/// <summary>The same for a program: one JSON object, written while the rows come in.</summary>
internal sealed class ProgramAnswer(Stream output, ErrorReport errors) : IImportObserver, IDisposable
{
    private readonly IssueStream _stream = new(output);
    private readonly List<(int Row, string Id)> _records = [];
    private long _waiting;

    public void Row(int row, IntakeOutcome outcome, string? id, IReadOnlyList<ValidationIssue> issues)
    {
        foreach (var issue in issues) _stream.Add(issue);
        if (id is not null) _records.Add((row, id));
    }

    public void Waiting(int row) => _waiting++;

    public void Rejected(ImportedRow row) => errors.Add(row);

    public void File(ValidationIssue issue) => _stream.Add(issue);

    public void Dispose() => _stream.Dispose();

    public void Complete(ImportSummary summary) => _stream.Complete(writer =>
    {
        writer.WriteNumber("rows", summary.Rows);
        writer.WriteNumber("accepted", summary.Accepted);
        writer.WriteNumber("unchanged", summary.Unchanged);
        writer.WriteNumber("corrected", summary.Corrected);
        writer.WriteNumber("rejected", summary.Rejected);
        writer.WriteNumber("waitingForReview", _waiting);
        writer.WriteStartArray("records");
        foreach (var (row, id) in _records)
        {
            writer.WriteStartObject();
            writer.WriteNumber("row", row);
            writer.WriteString("id", id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}

/// <summary>Progress of an import for the bar.</summary>
internal sealed class ProgressRelay(Action<long, double?> report) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => report(value.Rows, value.Fraction);
}
