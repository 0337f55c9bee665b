using System.Globalization;
using CreditKit.Calendar;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>
/// Working-day limits of a case, from the law of the day it came in. A repair whose edition names no limit, and a
/// personal-information request, run on the general limit of objections.
/// </summary>
internal sealed class CaseClock(CaseLaw law, WorkdayCalendar calendar)
{
    /// <summary>How near a limit is called due.</summary>
    public const int DueWithin = 2;

    /// <summary>Limits of a case that came in on a day.</summary>
    public CaseLimits OnReceipt(CaseKind kind, DateOnly received, Severity severity = Severity.General)
    {
        if (kind == CaseKind.CreditRepair && law.RepairTerms(received, severity) is { DecideBy.Days: { } decide } repair)
            return Limits([repair.AcceptBy, repair.DecideBy], repair.AcceptBy?.By, Add(received, decide + (repair.AcceptBy?.Days ?? 0)));
        var terms = law.Objection(received);
        var own = Known(terms.OwnBy) ?? Known(terms.TotalBy);
        return Limits([terms.AcceptBy, own], terms.AcceptBy?.By, Capped(own is null ? null : (own.By!.Value, own.Certain), terms));
    }

    /// <summary>Limits once it is admitted; a repair counts anew from here.</summary>
    public CaseLimits OnAdmission(CaseKind kind, DateOnly received, DateOnly admitted, Severity severity = Severity.General)
    {
        if (kind == CaseKind.CreditRepair && law.RepairTerms(received, severity) is { DecideBy: { Days: { } decide } term })
            return Limits([term], null, Add(admitted, decide));
        return OnReceipt(kind, received, severity) with { AcceptBy = null };
    }

    /// <summary>
    /// Limits once another unit is asked. Where the rules limit the passing on itself, its answer counts from there; else
    /// they give one limit from receipt (山东 39, 河南 41: 3 or 7 working days).
    /// </summary>
    public CaseLimits OnTransfer(DateOnly received, DateOnly transferred)
    {
        var terms = law.Objection(received);
        var source = Known(terms.SourceBy) ?? Known(terms.OwnBy) ?? Known(terms.TotalBy);
        if (source is not { Days: { } days }) return default;
        var start = terms.AcceptBy is null || source != terms.SourceBy ? received : transferred;
        return Limits([source], null, Capped(Add(start, days), terms));
    }

    /// <summary>A longer limit; null with the reason when the rules have none.</summary>
    public (CaseLimits? Limits, string Why) Extend(CaseKind kind, DateOnly received, DateOnly due, bool extended, Severity severity = Severity.General)
    {
        if (extended) return (null, "已经延长过一次");
        var terms = law.Objection(received);
        var days = kind == CaseKind.CreditRepair ? law.RepairTerms(received, severity).ExtendDays : terms.ExtendDays;
        if (days is not { } more) return (null, "适用的规定没有延长期限");
        var longer = Add(due, more);
        var limits = Limits([], null, kind == CaseKind.CreditRepair ? longer : Capped(longer, terms));
        return limits.DueOn > due ? (limits, "") : (null, "总期限已到");
    }

    /// <summary>How urgent, and in words.</summary>
    public (CaseAlarm Alarm, string Text) Alarm(DateOnly? due, DateOnly today)
    {
        if (due is not { } last) return (CaseAlarm.None, "");
        if (today > last) return (CaseAlarm.Overdue, Text($"逾期 {Math.Max(1, calendar.CountWorkdays(last, today))} 个工作日"));
        var left = calendar.CountWorkdays(today, last);
        return (left <= DueWithin ? CaseAlarm.Due : CaseAlarm.None, left == 0 ? "今天到期" : Text($"还有 {left} 个工作日"));
    }

    private static LegalTerm? Known(LegalTerm? term) => term?.By is null ? null : term;

    private static (DateOnly Date, bool Certain)? Capped((DateOnly Date, bool Certain)? due, ObjectionTerms terms) =>
        due is { } date && terms.TotalBy is { By: { } last } total && last < date.Date ? (last, total.Certain) : due;

    private static CaseLimits Limits(ReadOnlySpan<LegalTerm?> terms, DateOnly? acceptBy, (DateOnly Date, bool Certain)? due)
    {
        var certain = due?.Certain ?? true;
        var sources = new List<string>();
        foreach (var term in terms)
        {
            if (term is null) continue;
            certain &= term.Certain;
            if (!sources.Contains(term.Source)) sources.Add(term.Source);
        }

        return new CaseLimits(acceptBy, due?.Date, !certain, string.Join("；", sources));
    }

    private (DateOnly Date, bool Certain)? Add(DateOnly start, int days) => calendar.Compute(start, days);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
