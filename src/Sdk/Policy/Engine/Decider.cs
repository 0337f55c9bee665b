using CreditKit.Calendar;
using CreditKit.Policy.Model;
using CreditKit.Records;

namespace CreditKit.Policy.Engine;

/// <summary>Computes decisions: exclusions, then the period, then deadlines. Knows no number of the law.</summary>
internal sealed class Decider(WorkdayCalendar calendar, StandingReasons reasons, PublicLines lines)
{
    public DisclosureDecision Decide(CreditRecord record, RecordStanding standing, Destination destination, Plan plan, in RecordFacts facts)
    {
        var list = new ReasonList();
        var ownSite = destination.Kind == DestinationKind.OwnSite;
        var overrides = ValidOverride(record, ref list);
        var excluded = Exclude(plan, facts, overrides is not null, ref list, out var marked, out var slight, out var closes, out var closing);
        excluded |= Grounds(standing, ownSite, ref list, ref marked);
        if (!ownSite && record.Historic && !destination.Historic)
        {
            list.Add(reasons.Blocking("historic-not-reported"));
            excluded = true;
        }

        var severity = facts.Stated ?? (slight ? Severity.Slight : Severity.General);
        var term = new PeriodFinder(plan, record, standing, severity).Find(facts);
        if (facts.Kind == RecordKind.Penalty) Notes(facts, term, standing, ref list);
        DateOnly? until = term.Last?.AddDays(1);
        var (edition, rule, source) = (term.Rule.Edition.Id, term.Rule.Data.Id, term.Rule.Source);
        var repairable = facts.Kind == RecordKind.Penalty ? term.RepairableFrom : null;
        string? ownBasis = null;
        if (overrides is not null)
        {
            until = overrides.LastDay is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null;
            (edition, rule, source, ownBasis) = ("record", "override", overrides.LegalBasis, overrides.LegalBasis);
        }
        else if (standing.ListEntry is { } entry && !string.IsNullOrWhiteSpace(entry.LegalBasis))
        {
            list.Add(reasons.Noted("list-entry"));
            until = entry.LastDay is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null;
            (edition, rule, source, ownBasis) = ("record", "list-entry", entry.LegalBasis, entry.LegalBasis);
            repairable = entry.RepairableFrom;
        }

        if (closes is { } day && (until is null || day < until)) until = day;
        if (!excluded && until <= term.Start)
        {
            list.Add(closing is not null && closes <= term.Start ? closing.Closed : reasons.Blocking("period-empty"));
            excluded = true;
        }
        else if (!excluded && closing is not null && until == closes)
        {
            list.Add(closing.Closing);
        }

        if (repairable >= until || excluded) repairable = null;
        Standing(standing, ownSite, ref list);
        DateOnly? from = excluded ? null : term.Start;
        if (excluded) until = null;
        var deadlines = excluded || record.Historic ? default : Deadlines(plan, record, facts, ownSite);
        return new DisclosureDecision
        {
            Destination = destination,
            From = from,
            Until = until,
            Edition = edition,
            Rule = rule,
            Source = source,
            PublishBy = deadlines.PublishBy,
            ReportBy = deadlines.ReportBy,
            DeadlineUncertain = deadlines.Uncertain,
            MinimumUntil = excluded ? null : term.MinimumUntil,
            RepairableFrom = repairable,
            AppliedSeverity = facts.Kind == RecordKind.Penalty ? severity : null,
            SeverityAssumed = facts.Kind == RecordKind.Penalty && facts.Stated is null,
            MarkedNotPublic = marked && !excluded,
            Reasons = list.ToArray(),
            PublicLine = excluded || marked ? "" : lines.Of(term.Rule, until, ownBasis, closing is not null && until == closes ? closing : null),
        };
    }

    /// <summary>A decision for a record that has no decision date: nothing can be computed.</summary>
    public DisclosureDecision WithoutDate(CreditRecord record, Destination destination, Edition edition) => new()
    {
        Destination = destination,
        Edition = edition.Id,
        Rule = "decision-date-missing",
        Source = reasons.Blocking("decision-date-missing").Source,
        AppliedSeverity = (record as AdministrativePenalty)?.Severity,
        Reasons = [reasons.Blocking("decision-date-missing")],
    };

    private DisclosureOverride? ValidOverride(CreditRecord record, ref ReasonList list)
    {
        if (record.Override is not { } stated) return null;
        var valid = !string.IsNullOrWhiteSpace(stated.LegalBasis);
        list.Add(valid ? reasons.Noted("override") with { Source = stated.LegalBasis } : reasons.Noted("override-without-basis"));
        return valid ? stated : null;
    }

    private static bool Exclude(
        Plan plan, in RecordFacts facts, bool prescribed, ref ReasonList list,
        out bool marked, out bool slight, out DateOnly? closes, out Exclusion? closing)
    {
        (marked, slight, closes, closing) = (false, false, null, null);
        var excluded = false;
        foreach (var exclusion in plan.Exclusions)
        {
            if (!exclusion.When.Holds(facts, facts.Stated)) continue;
            var later = exclusion.Starts > facts.Decided;
            if (exclusion.Data.Code == "slight" && !later) slight = true;
            if (exclusion.Data.Liftable && prescribed || Lifted(plan, exclusion, facts, ref list))
            {
                if (!later) list.Add(exclusion.Lifted);
            }
            else if (later)
            {
                if (closes is null || exclusion.Starts < closes) (closes, closing) = (exclusion.Starts, exclusion);
            }
            else if (exclusion.Data.Effect == ExcludeEffect.Mark)
            {
                marked = true;
                list.Add(exclusion.Noted);
            }
            else
            {
                excluded = true;
                list.Add(exclusion.Blocking);
            }
        }

        return excluded;
    }

    private static bool Lifted(Plan plan, Exclusion exclusion, in RecordFacts facts, ref ReasonList list)
    {
        if (!exclusion.Data.Liftable) return false;
        foreach (var lift in plan.Lifts)
        {
            if (Array.IndexOf(lift.Data.Codes, exclusion.Data.Code) < 0 || !lift.When.Holds(facts, facts.Stated)) continue;
            list.Add(lift.Reason);
            return true;
        }

        return false;
    }

    private bool Grounds(RecordStanding standing, bool ownSite, ref ReasonList list, ref bool marked)
    {
        var excluded = false;
        for (var i = 0; i < standing.Exclusions.Count; i++)
        {
            var (reason, marks) = reasons.Ground(standing.Exclusions[i].Code, standing.Exclusions[i].Evidence, ownSite);
            list.Add(reason);
            marked |= marks;
            excluded |= !marks;
        }

        return excluded;
    }

    private void Notes(in RecordFacts facts, in Term term, RecordStanding standing, ref ReasonList list)
    {
        if (facts.Stated is null) list.Add(reasons.Noted("severity-assumed"));
        if (term.Rule.Data.Uncertain) list.Add(reasons.Noted("class-mapped"));
        if (term.LaterEdition) list.Add(reasons.Noted("later-edition-shorter"));
        if (term.Provisional) list.Add(reasons.Noted("publication-date-provisional"));
        if (standing.ReviewPending) list.Add(reasons.Noted("review-pending"));
    }

    private void Standing(RecordStanding standing, bool ownSite, ref ReasonList list)
    {
        if (standing.WithdrawnAt is not null)
        {
            var withdrawn = reasons.Blocking("withdrawn");
            list.Add(standing.WithdrawalGround is { } ground ? withdrawn with { Text = $"已撤下：{WithdrawalGroundText.Of(ground)}。" } : withdrawn);
        }

        if (!standing.AuthorityAccepted) list.Add(reasons.Blocking("authority-not-accepted"));
        if (ownSite)
        {
            if (!standing.Released) list.Add(reasons.Blocking("not-reviewed"));
            if (standing.EnforcementSuspended) list.Add(reasons.Blocking("enforcement-suspended"));
        }
        else if (!standing.ReleasedForSharing)
        {
            list.Add(reasons.Blocking("not-reviewed-for-sharing"));
        }
    }

    private (DateOnly? PublishBy, DateOnly? ReportBy, bool Uncertain) Deadlines(Plan plan, CreditRecord record, in RecordFacts facts, bool ownSite)
    {
        StartPoint? start = null, reportStart = null;
        int? days = null, reportDays = null;
        bool? together = null;
        foreach (var rule in plan.Publish)
        {
            if (!rule.When.Holds(facts, facts.Stated)) continue;
            var data = rule.Data;
            start ??= data.Start;
            days ??= data.Days?.Value;
            together ??= data.ReportWithPublication ?? (data.ReportDays is null ? null : false);
            reportStart ??= data.ReportStart;
            reportDays ??= data.ReportDays?.Value;
        }

        if (ownSite || together == true) (reportStart, reportDays) = (start, days);
        if (reportDays is not { } count) return default;
        var (date, certain) = calendar.Compute(StartOf(reportStart, record, facts.Decided), count);
        return ownSite ? (date, null, !certain) : (null, date, !certain);
    }

    private static DateOnly StartOf(StartPoint? point, CreditRecord record, DateOnly decided) => point switch
    {
        StartPoint.Effective => record.EffectiveDate is { } effective && effective > decided ? effective : decided,
        StartPoint.Served => record.ServedDate is { } served && served > decided ? served : decided,
        _ => decided,
    };
}
