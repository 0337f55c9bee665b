using System.Text.Json;
using CreditKit.Intake.Profiles;
using CreditKit.Intake.Readers;
using CreditKit.Ledger;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Validation;
using CreditKit.Validation.Rules;

namespace CreditKit.Intake.Rows;

/// <summary>
/// Rows of other systems through the whole road, within one call: bound by names, checked, kept in one durable
/// transaction, and on the column when the call returns.
/// </summary>
internal sealed class RowIntake(ILedger ledger, SubmissionMaker maker, Projector projector, FileImportOptions reading)
{
    // Beyond this the feed is quicker than a projection of its own for each.
    private const int ProjectedSingly = 50;

    /// <summary>Takes the rows of a call.</summary>
    /// <param name="rows">JSON objects; anything else is rejected as a row.</param>
    /// <param name="system">Name of the system that calls.</param>
    /// <param name="actor">Who stands in the audit chain.</param>
    /// <param name="profile">How the system names its columns; null: by the standard.</param>
    public IReadOnlyList<RowAnswer> Take(IReadOnlyList<JsonElement> rows, string system, string actor, ImportProfile? profile)
    {
        var session = new Session(reading, profile);
        var batch = new ImportBatch(system, actor, rows.Count);
        var answers = new RowAnswer[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            if (session.Bind(rows[i], i + 1, out var issue) is { } row) batch.Add(row, maker);
            else answers[i] = new RowAnswer(i + 1, IntakeOutcome.Rejected, null, 0, [issue!]);
        }

        if (batch.Rejections.Count > 0) ledger.Reject(batch.Rejections);
        var results = batch.Submissions.Count > 0 ? ledger.Submit(batch.Submissions) : [];
        foreach (var (row, submission, issues) in batch.Rows)
        {
            if (submission < 0)
            {
                answers[row - 1] = new RowAnswer(row, IntakeOutcome.Rejected, null, 0, issues);
                continue;
            }

            var result = results[submission];
            answers[row - 1] = new RowAnswer(row, RecordIntake.Outcome(result.Outcome), result.PublicId, result.Revision, result.Outcome == SubmissionOutcome.KeptNewer
                ? [.. issues, .. session.Older(batch.Submissions[submission].Record.Value, row)]
                : issues);
        }

        Show([.. results.Where(r => r.Outcome is SubmissionOutcome.Accepted or SubmissionOutcome.Corrected).Select(r => r.RecordId)]);
        return answers;
    }

    private void Show(IReadOnlyList<long> changed)
    {
        if (changed.Count > ProjectedSingly) projector.CatchUp();
        else foreach (var id in changed) projector.ProjectNow(id);
    }

    /// <summary>Plans and validators of one call: rows of one shape share theirs.</summary>
    private sealed class Session(FileImportOptions reading, ImportProfile? profile)
    {
        private readonly Dictionary<string, (BindingPlan Plan, RecordBinder Binder)?> _plans = new(StringComparer.Ordinal);
        private readonly Dictionary<string, RecordValidator> _validators = new(StringComparer.Ordinal);
        private readonly RowComparer _comparer = new();
        private readonly ValidationSettings _settings = FileImport.Narrowed(reading.Settings, profile);
        private (RecordValidator Validator, BindingPlan Plan)? _last;

        public ImportedRow? Bind(JsonElement element, int number, out ValidationIssue? issue)
        {
            issue = null;
            var edition = profile?.Edition is { } id ? reading.Editions.Get(id) : reading.Editions.Current;
            if (JsonRow.Read(element, edition, out var fault) is not { } row)
            {
                issue = Unreadable(number, fault);
                return null;
            }

            if (PlanOf(row) is not { } bound)
            {
                issue = Unreadable(number, "从字段名看不出是行政许可还是行政处罚，请写明 kind（license 或 penalty）");
                return null;
            }

            var (plan, binder) = bound;
            if (!_validators.TryGetValue(plan.Edition.Id, out var validator))
                _validators[plan.Edition.Id] = validator = new RecordValidator(plan.Edition, _settings, reading.Time, reading.ExtraRules);
            _last = (validator, plan);
            var record = binder.Bind(row.Cells);
            var report = validator.Validate(record, number)
                .With(_comparer.Compare(record.Record, plan, number, validator))
                .With([.. plan.Unknown.Select(u => Unknown(u, number))]);
            return new ImportedRow(number, report.Record?.Value ?? record.Record, report, new RawRow(number, row.Cells), row.Headings) { AsOf = row.AsOf ?? plan.TimeOf(row.Cells) };
        }

        public IReadOnlyList<ValidationIssue> Older(CreditRecord record, int row) =>
            _last is { } last ? last.Validator.Remark(ImportRule.Older, new BoundRecord(record, [], last.Plan), StandardField.None, "台账中已有更新的内容，本行没有改动它", row) : [];

        private (BindingPlan Plan, RecordBinder Binder)? PlanOf(JsonRow row)
        {
            var key = $"{row.Kind}\n{row.Historic}\n{string.Join('\n', row.Headings)}";
            if (_plans.TryGetValue(key, out var known)) return known;
            var named = row.Kind is { } kind ? (profile ?? new()) with { Kind = kind } : profile;
            var plan = ProfilePlanner.Plan(named, row.Headings, reading.Editions, out _);
            if (plan is not null && row.Historic) plan = plan with { Historic = true };
            return _plans[key] = plan is null ? null : (plan, new RecordBinder(plan));
        }

        private static ValidationIssue Unreadable(int row, string message) => new()
        {
            Row = row, Rule = "unreadable-row", Severity = IssueSeverity.Block, Destination = IssueDestination.Publish,
            Message = message, Hint = "每行是一个 JSON 对象，字段用数据标准的代码、中文列名或者本产品的字段名。", Source = "接口说明",
        };

        private static ValidationIssue Unknown(UnknownHeading unknown, int row) => new()
        {
            Row = row, Rule = "unknown-heading", Field = unknown.Heading, Severity = IssueSeverity.Warn, Destination = IssueDestination.Publish,
            Message = $"字段“{unknown.Heading}”不在数据标准中，没有接收", Hint = unknown.Nearest is { } near ? $"是否应为“{near}”？" : "请按接口说明中的字段名填写。", Source = "接口说明",
        };
    }
}
