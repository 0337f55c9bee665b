using System.Collections.Concurrent;
using CreditKit.Standards;
using CreditKit.Validation;

namespace CreditKit.Intake.Readers;

/// <summary>Binds and checks runs of rows by one plan, on several threads at once: a binder serves one thread, so there is one for each run under way.</summary>
internal sealed class RowCheck(BindingPlan plan, RecordValidator validator)
{
    private readonly ConcurrentBag<RecordBinder> _binders = [];

    /// <summary>The rows, each with its record and its issues, in their order.</summary>
    public ImportedRow[] Of(IReadOnlyList<RawRow> rows)
    {
        if (!_binders.TryTake(out var binder)) binder = new(plan);
        var today = validator.Today;
        var answers = new ImportedRow[rows.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var raw = rows[i];
            var bound = binder.Bind(raw.Cells);
            var report = validator.Validate(bound, raw.Number, today);
            answers[i] = new(raw.Number, report.Record?.Value ?? bound.Record, report, raw, plan.Headings) { AsOf = plan.TimeOf(raw.Cells), Marks = RowComparer.Marks(bound.Record) };
        }
        _binders.Add(binder);
        return answers;
    }
}
