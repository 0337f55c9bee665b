using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>Whether a record may be repaired, by the edition in force on the day of the application, with the earliest date and the reason.</summary>
internal sealed class RepairRules(CaseTerms terms, PolicyBook policy, CaseRegistry registry)
{
    /// <summary>The class the law's computation uses for a record.</summary>
    public Severity SeverityOf(LedgerRecord record) => Decide(record).AppliedSeverity ?? Severity.General;

    /// <summary>What an applicant of that day is told.</summary>
    public RepairGuide Of(LedgerRecord record, DateOnly applied)
    {
        var decision = Decide(record);
        var severity = decision.AppliedSeverity ?? Severity.General;
        var rules = terms.RepairOn(applied, severity);
        RepairGuide Guide(bool eligible, DateOnly? from, string text, string? source = null) => new(eligible, from, text, rules.Materials, rules.Window, source ?? rules.Source);

        if (record.Record.Value is not AdministrativePenalty penalty) return Guide(false, null, "只有行政处罚信息可以申请信用修复。");
        if (record.Standing.WithdrawnAt is not null) return Guide(false, null, "这条信息已经撤下，不需要修复。");
        if (rules.ExcludedSeverities.Contains(severity)) return Guide(false, null, "按申请之日施行的规定，这一严重程度的信息不予修复。", rules.ExclusionSource);
        if (decision.RepairableFrom is not { } from) return Guide(false, null, "这条信息在公示期届满以前没有可以申请修复的日期。", decision.Source);
        if (Barred(record, penalty, rules, applied) is { } bar) return Guide(false, null, bar.Text, bar.Source);
        if (applied < from) return Guide(false, from, $"最短公示期未满，最早可于 {from:yyyy-MM-dd} 申请。", decision.Source);
        if (decision.Until <= applied) return Guide(false, null, "公示期已经届满，不需要修复。", decision.Source);
        return Guide(true, from, "已满最短公示期，纠正违法行为并履行义务后可以申请，不收取任何费用。");
    }

    // 424号 (十六): penalised again within a year after a repair; and the ban after a broken commitment.
    private (string Text, string Source)? Barred(LedgerRecord record, AdministrativePenalty penalty, RepairTerms rules, DateOnly applied)
    {
        if (rules.RepeatWithinMonths is null && rules.FalseBanMonths is null) return null;
        foreach (var row in registry.Reader.OfSubject(registry.SubjectHash(record)))
        {
            if ((CaseKind)row.Kind != CaseKind.CreditRepair || (CaseState)row.State is not (CaseState.Repaired or CaseState.CommitmentBroken) || row.DecidedAt is not { } decided) continue;
            var repaired = ChinaTime.DateOf(decided);
            if (rules.RepeatWithinMonths is { } repeat && row.RecordId != record.Id && penalty.DecisionDate is { } again && again > repaired && again <= LegalDate.LastDayOfMonths(repaired, repeat.Value))
                return ($"{repaired:yyyy-MM-dd} 信用修复后 {repeat.Value} 个月内再次受到行政处罚，不予修复。", repeat.Source);
            if (rules.FalseBanMonths is { } ban && CaseRegistry.File(row)?.Content.BrokenOn is { } broken && applied <= LegalDate.LastDayOfMonths(broken, ban.Value))
                return ($"{broken:yyyy-MM-dd} 被认定违背信用修复承诺，{ban.Value} 个月内不受理信用修复申请。", ban.Source);
        }

        return null;
    }

    private DisclosureDecision Decide(LedgerRecord record) => policy.Decide(record.Record.Value, record.Standing, Destination.OwnSite);
}
