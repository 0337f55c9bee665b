using System.Globalization;
using CreditKit.Calendar;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>
/// Working-day limits of a case. The day it comes in is not counted. A repair whose edition names no limit, and a
/// personal-information request, run on the general limit of objections.
/// </summary>
internal sealed class CaseClock(CaseTerms terms, WorkdayCalendar calendar)
{
    /// <summary>How near a limit is called due.</summary>
    private const int DueWithin = 2;

    /// <summary>Limits of a case that came in on a day.</summary>
    public CaseLimits OnReceipt(CaseKind kind, DateOnly received, Severity severity = Severity.General)
    {
        var objection = terms.ObjectionOn(received);
        if (kind == CaseKind.CreditRepair && terms.RepairOn(received, severity) is { Decide: { } decide } repair)
            return Limits(received, repair.Accept, new TermFigure(decide.Value + (repair.Accept?.Value ?? 0), decide.Source, decide.Certainty), null);
        return Limits(received, objection.Accept, objection.Own ?? objection.Total, Cap(objection, received));
    }

    /// <summary>Limits once it is admitted; a repair counts anew from here.</summary>
    public CaseLimits OnAdmission(CaseKind kind, DateOnly received, DateOnly admitted, Severity severity = Severity.General)
    {
        if (kind == CaseKind.CreditRepair && terms.RepairOn(received, severity).Decide is { } decide)
            return Limits(admitted, null, decide, null) with { AcceptBy = null };
        return OnReceipt(kind, received, severity) with { AcceptBy = null };
    }

    /// <summary>
    /// Limits once another unit is asked. Where the rules limit the passing on itself, its answer counts from there; else
    /// they give one limit from receipt (山东 39, 河南 41: 3 or 7 working days).
    /// </summary>
    public CaseLimits OnTransfer(DateOnly received, DateOnly transferred)
    {
        var objection = terms.ObjectionOn(received);
        var start = objection.Accept is null ? received : transferred;
        return Limits(start, null, objection.Source ?? objection.Own ?? objection.Total, Cap(objection, received));
    }

    /// <summary>A longer limit; null with the reason when the rules have none.</summary>
    public (CaseLimits? Limits, string Why) Extend(CaseKind kind, DateOnly received, DateOnly due, bool extended, Severity severity = Severity.General)
    {
        if (extended) return (null, "已经延长过一次");
        var objection = terms.ObjectionOn(received);
        var extend = kind == CaseKind.CreditRepair ? terms.RepairOn(received, severity).Extend : objection.Extend;
        if (extend is null) return (null, "适用的规定没有延长期限");
        var limits = Limits(due, null, extend, kind == CaseKind.CreditRepair ? null : Cap(objection, received));
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

    private static (DateOnly From, TermFigure Total)? Cap(ObjectionTerms objection, DateOnly received) => objection.Total is { } total ? (received, total) : null;

    private CaseLimits Limits(DateOnly start, TermFigure? accept, TermFigure? due, (DateOnly From, TermFigure Total)? cap)
    {
        var (acceptBy, certainAccept) = Add(start, accept);
        var (dueOn, certainDue) = Add(start, due);
        if (cap is { } total && Add(total.From, total.Total) is { Date: { } last } end && last < dueOn) (dueOn, certainDue) = (last, end.Certain);
        return new CaseLimits(acceptBy, dueOn, !(certainAccept && certainDue), string.Join("；", new[] { accept?.Source, due?.Source }.OfType<string>().Distinct()));
    }

    private (DateOnly? Date, bool Certain) Add(DateOnly start, TermFigure? days)
    {
        if (days is not { } term) return (null, true);
        var (date, certain) = calendar.Compute(start, term.Value);
        return (date, certain);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
