using CreditKit.Calendar;
using CreditKit.Policy.Model;
using CreditKit.Records;

namespace CreditKit.Policy.Engine;

/// <summary>The term that governs a record: first day, last day (null: no end in law) and the rule that says so.</summary>
internal readonly record struct Term(
    PeriodRule Rule, DateOnly Start, DateOnly? Last, DateOnly? MinimumUntil, DateOnly? RepairableFrom, bool LaterEdition, bool Provisional);

/// <summary>
/// Finds the earliest end over all base editions in force since the decision and all shortening overlays; an overlay that
/// prescribes a term stands in their place.
/// </summary>
internal readonly ref struct PeriodFinder(Plan plan, CreditRecord record, RecordStanding standing, Severity severity)
{
    public Term Find(in RecordFacts facts)
    {
        foreach (var (level, period) in plan.Prescribed)
            if (period.Find(facts, severity) is { } rule)
                return Shorten(facts, TermOf(period, rule, facts), level);
        var best = default(Term);
        var found = false;
        for (var i = 0; i < plan.Chain.Length; i++)
        {
            var period = plan.Chain[i].Period;
            var term = TermOf(period, period.Find(facts, severity)!, facts) with { LaterEdition = i > 0 };
            if (found && !Earlier(term.Last, best.Last)) continue;
            (best, found) = (term, true);
        }

        var first = TermOf(plan.Chain[0].Period, plan.Chain[0].Period.Find(facts, severity)!, facts);
        return Shorten(facts, best with { MinimumUntil = first.MinimumUntil, RepairableFrom = Repairable(facts) }, PolicyLevel.National - 1);
    }

    /// <summary>Repair follows the edition in force on the day of the application: the first day on which one allows it.</summary>
    private DateOnly? Repairable(in RecordFacts facts)
    {
        foreach (var (edition, period) in plan.Chain)
        {
            var rule = period.Find(facts, severity)!;
            if (Minimum(rule, StartDay(period, facts, out _)) is not { } day) continue;
            if (day < edition.From) day = edition.From;
            if (day <= edition.To) return day;
        }

        return null;
    }

    private Term Shorten(in RecordFacts facts, Term term, PolicyLevel above)
    {
        foreach (var (level, period) in plan.Caps)
        {
            if (level <= above || period.Find(facts, severity) is not { } rule) continue;
            var cap = TermOf(period, rule, facts);
            if (Earlier(cap.Last, term.Last))
                term = term with { Rule = rule, Last = cap.Last, LaterEdition = false };
        }

        return term;
    }

    private Term TermOf(Period period, PeriodRule rule, in RecordFacts facts)
    {
        var start = StartDay(period, facts, out var provisional);
        DateOnly? last = rule.Data.End switch
        {
            PeriodEnd.None or PeriodEnd.Unstated => null,
            PeriodEnd.Validity => (record as AdministrativeLicense)?.ValidUntil is { } end && end < DateOnly.MaxValue ? end : null,
            _ => LegalDate.LastDayOfMonths(start, rule.Data.Max!.Value!.Value),
        };
        DateOnly? minimumUntil = rule.Min is { } min ? LegalDate.LastDayOfMonths(start, min).AddDays(min == 0 ? 0 : 1) : null;
        return new Term(rule, start, last, minimumUntil, Minimum(rule, start), false, provisional);
    }

    /// <summary>The first day after the minimum term; without a minimum, the day the duties were performed, at the earliest the first day.</summary>
    private DateOnly? Minimum(PeriodRule rule, DateOnly start) => rule.Min switch
    {
        null => null,
        0 => record.PerformedDate is { } performed && performed > start ? performed : start,
        { } months => LegalDate.LastDayOfMonths(start, months).AddDays(1),
    };

    private DateOnly StartDay(Period period, in RecordFacts facts, out bool provisional)
    {
        provisional = false;
        switch (period.Start)
        {
            case StartPoint.Effective:
                return record.EffectiveDate is { } effective && effective > facts.Decided ? effective : facts.Decided;
            case StartPoint.Served:
                return record.ServedDate is { } served && served > facts.Decided ? served : facts.Decided;
            case StartPoint.Published:
                if (standing.PublishedAt is { } published) return ChinaTime.DateOf(published);
                provisional = true;
                return facts.Decided;
            default:
                return facts.Decided;
        }
    }

    private static bool Earlier(DateOnly? a, DateOnly? b) => a is { } x && (b is not { } y || x < y);
}
