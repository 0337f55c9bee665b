using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Policy;

namespace CreditKit.Cases;

/// <summary>A record that is decided but not public, while nothing recorded says why (瞒报风险).</summary>
/// <param name="RecordId">Public id.</param>
/// <param name="Code">What is missing: <c>not-reviewed</c>, <c>not-published</c> or <c>decision-date-missing</c>.</param>
/// <param name="Text">The same in Chinese.</param>
/// <param name="PublishBy">Last working day on which publication is in time; null when none can be computed.</param>
/// <param name="Overdue">That day has passed.</param>
internal sealed record ConcealmentRisk(string RecordId, string Code, string Text, DateOnly? PublishBy, bool Overdue)
{
    // What only says that nobody has acted yet is no reason for keeping a record from the public.
    private static readonly string[] s_noReason = ["not-reviewed", "decision-date-missing"];

    /// <summary>The risk list over a ledger.</summary>
    public static IEnumerable<ConcealmentRisk> Of(IEnumerable<LedgerRecord> records, PolicyBook policy, DateTimeOffset now)
    {
        foreach (var record in records)
            if (Of(record, policy.Decide(record.Record.Value, record.Standing, Destination.OwnSite), now) is { } risk)
                yield return risk;
    }

    /// <summary>The risk of one record; null when it is public, or a reason is recorded.</summary>
    public static ConcealmentRisk? Of(LedgerRecord record, DisclosureDecision decision, DateTimeOffset now)
    {
        var standing = record.Standing;
        var today = ChinaTime.DateOf(now);
        if (decision.IsVisibleAt(now, standing) || standing.WithdrawnAt is not null || decision.MarkedNotPublic) return null;
        var blocking = decision.Reasons.Where(r => r.Blocks).ToList();
        if (blocking.Any(r => !s_noReason.Contains(r.Code))) return null;
        if (decision.From > today || decision.Until <= today) return null;
        var (code, text) = blocking.FirstOrDefault() is { } reason ? (reason.Code, reason.Text) : ("not-published", "已经审查，但没有公示。");
        return new ConcealmentRisk(record.PublicId, code, text, decision.PublishBy, today > decision.PublishBy);
    }
}
