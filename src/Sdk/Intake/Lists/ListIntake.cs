using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.Intake;

/// <inheritdoc cref="IListIntake"/>
internal sealed class ListIntake(ListedTable table, IReadOnlyList<Authority> authorities, TimeProvider time) : IListIntake
{
    /// <inheritdoc/>
    public IReadOnlyList<ListEntryResult> Submit(IReadOnlyList<ListedSubject> entries, string actor)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var today = ChinaTime.DateOf(time.GetUtcNow());
        return [.. entries.Select(entry =>
        {
            if (ListedSubjectCheck.Check(entry, today, authorities) is { Count: > 0 } issues) return new ListEntryResult("rejected", null, 0, issues);
            var (outcome, id, revision) = table.Submit(entry, actor);
            return new ListEntryResult(outcome switch { SubmissionOutcome.Accepted => "accepted", SubmissionOutcome.Unchanged => "unchanged", _ => "corrected" }, id, revision, []);
        })];
    }
}
