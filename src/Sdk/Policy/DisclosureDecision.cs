using CreditKit.Calendar;
using CreditKit.Records;

namespace CreditKit.Policy;

/// <summary>
/// What the law says of one record at one destination, with every reason. Legal dates are in the zone Asia/Shanghai;
/// the interval is half-open.
/// </summary>
public sealed record DisclosureDecision
{
    /// <summary>For whom this was decided.</summary>
    public required Destination Destination { get; init; }

    /// <summary>No blocking reason: the record may be shown (sent) there within the interval.</summary>
    public bool Allowed
    {
        get
        {
            for (var i = 0; i < Reasons.Count; i++)
                if (Reasons[i].Blocks) return false;
            return true;
        }
    }

    /// <summary>First day of the period, inclusive; null when nothing is ever shown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>End of the period, exclusive (the day after the last shown day); null: no end in law.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The last shown day, for pages, exports and the wire.</summary>
    public DateOnly? LastDay => Until?.AddDays(-1);

    /// <summary>The edition that governs the period.</summary>
    public required string Edition { get; init; }

    /// <summary>Id of the rule that set the period.</summary>
    public required string Rule { get; init; }

    /// <summary>Document and clause of that rule.</summary>
    public required string Source { get; init; }

    /// <summary>Last working day on which publication is in time; null when no deadline applies.</summary>
    public DateOnly? PublishBy { get; init; }

    /// <summary>Last working day on which reporting is in time; null when no deadline applies.</summary>
    public DateOnly? ReportBy { get; init; }

    /// <summary>A deadline rests on a year whose holidays are not announced yet.</summary>
    public bool DeadlineUncertain { get; init; }

    /// <summary>End of the minimum term of the edition of the decision, exclusive; null when it has none.</summary>
    public DateOnly? MinimumUntil { get; init; }

    /// <summary>First day on which repair may be applied for; null when none.</summary>
    public DateOnly? RepairableFrom { get; init; }

    /// <summary>The class the computation used; null for licences.</summary>
    public Severity? AppliedSeverity { get; init; }

    /// <summary>The record states no class; 一般 was assumed and a person should confirm.</summary>
    public bool SeverityAssumed { get; init; }

    /// <summary>Sent upward with the mark 不公示 (a slight penalty that is reported but not published).</summary>
    public bool MarkedNotPublic { get; init; }

    /// <summary>Every reason that was met, blocking ones first.</summary>
    public required IReadOnlyList<DecisionReason> Reasons { get; init; }

    /// <summary>The line for the public page, e.g. 公示期至 2027-03-31，依据……; empty when nothing is shown.</summary>
    public string PublicLine { get; init; } = "";

    /// <summary>
    /// Whether the record is shown at a moment: the law allows it, it is released and published, within the period, neither
    /// withdrawn nor suspended, and its agency is accepted. Reasons that lie in the standing are read from
    /// <paramref name="standing"/>, so that a decision made earlier may be asked again.
    /// </summary>
    public bool IsVisibleAt(DateTimeOffset now, RecordStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return From is { } from
            && !MarkedNotPublic
            && standing.Released
            && standing.AuthorityAccepted
            && !standing.EnforcementSuspended
            && standing.PublishedAt is { } published && published <= now
            && !(standing.WithdrawnAt <= now)
            && InPeriod(from, now);
    }

    /// <summary>Whether the record may be sent at a moment: allowed for the channel, reviewed for sharing, its period not over, not withdrawn.</summary>
    public bool IsReportableAt(DateTimeOffset now, RecordStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return From is { } from
            && standing.ReleasedForSharing
            && standing.AuthorityAccepted
            && !(standing.WithdrawnAt <= now)
            && InPeriod(from, now);
    }

    private bool InPeriod(DateOnly from, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        return from <= today && !(today >= Until);
    }
}
