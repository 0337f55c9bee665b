using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>Whether a record may be repaired, by the edition in force on the day of the application and the subject's own history.</summary>
internal sealed class RepairRules(PolicyBook policy, CaseRegistry registry)
{
    /// <summary>The class the law's computation uses for a record.</summary>
    public Severity SeverityOf(LedgerRecord record) =>
        policy.Decide(record.Record.Value, record.Standing, Destination.OwnSite).AppliedSeverity ?? Severity.General;

    /// <summary>What an applicant of that day is told.</summary>
    public RepairGuide Of(LedgerRecord record, DateOnly applied)
    {
        var answer = policy.Cases.Repair(record.Record.Value, record.Standing, applied, History(record));
        var terms = answer.Terms;
        if (record.Standing.WithdrawnAt is not null)
            return new RepairGuide(false, null, "这条信息已经撤下，不需要修复。", terms.Materials, terms.Window, terms.Source);
        var against = answer.Reasons.FirstOrDefault(r => r.Blocks);
        var text = against is null
            ? "已满最短公示期，纠正违法行为并履行义务后可以申请，不收取任何费用。"
            : answer.From is { } from && from > applied ? $"{against.Text}最早可于 {from:yyyy-MM-dd} 申请。" : against.Text;
        return new RepairGuide(against is null, answer.From, text, terms.Materials, terms.Window, against?.Source ?? terms.Source);
    }

    private RepairHistory History(LedgerRecord record)
    {
        DateOnly? repaired = null, broken = null;
        foreach (var row in registry.Reader.OfSubject(registry.SubjectHash(record)))
        {
            if ((CaseKind)row.Kind != CaseKind.CreditRepair || (CaseState)row.State is not (CaseState.Repaired or CaseState.CommitmentBroken) || row.DecidedAt is not { } decided) continue;
            var day = ChinaTime.DateOf(decided);
            if (row.RecordId != record.Id && day <= record.Record.Value.DecisionDate && !(day < repaired)) repaired = day;
            if (CaseRegistry.File(row)?.Content.BrokenOn is { } found && !(found < broken)) broken = found;
        }

        return new RepairHistory(repaired, broken);
    }
}
