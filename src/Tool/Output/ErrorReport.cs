using CreditKit.Intake.Answer;
using CreditKit.Intake.Readers;
using CreditKit.Validation;

namespace CreditKit.Tool.Output;

/// <summary>The workbook of <c>--report</c>; made with the first row that was not accepted, and only then.</summary>
internal sealed class ErrorReport(string? path, IReadOnlyList<RuleDescription> rules) : IDisposable
{
    private ErrorWorkbook? _workbook;

    /// <summary>Rows written.</summary>
    public long Rows { get; private set; }

    public void Add(ImportedRow row)
    {
        if (path is null) return;
        _workbook ??= ErrorWorkbook.Create(path, row.Headings, rules);
        _workbook.Add(row);
        Rows++;
    }

    public void Dispose() => _workbook?.Dispose();
}
