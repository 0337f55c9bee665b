using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Policy;

namespace CreditKit.Cases;

/// <summary>A record that is decided but not public, while nothing recorded says why (瞒报风险).</summary>
/// <param name="RecordId">Public id.</param>
/// <param name="Code">What is missing: <c>not-reviewed</c>, <c>not-published-yet</c> or <c>decision-date-missing</c>; <c>withdrawn-unpublished</c>: it was taken down without ever having been shown.</param>
/// <param name="Text">The same in Chinese.</param>
/// <param name="PublishBy">Last working day on which publication is in time; null when none can be computed.</param>
/// <param name="Overdue">That day has passed, and it is measured.</param>
internal sealed record ConcealmentRisk(string RecordId, string Code, string Text, DateOnly? PublishBy, bool Overdue)
{
    /// <summary>建栏前的存量: its day lay before the ledger's first record and is not measured.</summary>
    public bool Stock { get; init; }

    /// <summary>Document number as anyone may see it.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>Name as anyone may see it.</summary>
    public string CounterpartName { get; init; } = "";

    // What only says that nobody has acted yet is no reason for keeping a record from the public.
    private static readonly string[] s_noReason = ["not-reviewed", "not-published-yet", "decision-date-missing"];

    /// <summary>The risk list over a ledger: what is overdue first, then by the day it is due.</summary>
    /// <param name="records">The records.</param>
    /// <param name="policy">The law.</param>
    /// <param name="now">The moment asked.</param>
    /// <param name="since">Day of the ledger's first record.</param>
    public static IReadOnlyList<ConcealmentRisk> Of(IEnumerable<LedgerRecord> records, PolicyBook policy, DateTimeOffset now, DateOnly? since = null) =>
        [.. records.Select(r => Of(r, policy, now, since)).OfType<ConcealmentRisk>().OrderByDescending(r => r.Overdue).ThenBy(r => r.PublishBy ?? DateOnly.MinValue)];

    /// <summary>The risk of one record; null when it is public, or a reason is recorded.</summary>
    public static ConcealmentRisk? Of(LedgerRecord record, PolicyBook policy, DateTimeOffset now, DateOnly? since = null)
    {
        // A withdrawal explains why something is no longer shown, never why it was not shown at all.
        if (record.Standing is { WithdrawnAt: not null, PublishedAt: null }) return Unshown(record, policy, now, since);
        var decision = policy.Decide(record.Record.Value, record.Standing, Destination.OwnSite);
        var hidden = policy.WhyHidden(decision, record.Standing, now);
        if (hidden.Count == 0 || !hidden.All(r => s_noReason.Contains(r.Code))) return null;
        return Risk(record, hidden[0].Code, hidden[0].Text, decision, now, since);
    }

    private static ConcealmentRisk Risk(LedgerRecord record, string code, string text, DisclosureDecision decision, DateTimeOffset now, DateOnly? since) =>
        new(record.PublicId, code, text, decision.PublishBy, ChinaTime.DateOf(now) > Policy.Stock.Measured(decision.PublishBy, since)) { Stock = Policy.Stock.Has(decision.PublishBy, since) };

    private static ConcealmentRisk? Unshown(LedgerRecord record, PolicyBook policy, DateTimeOffset now, DateOnly? since)
    {
        var standing = record.Standing with { WithdrawnAt = null, WithdrawalGround = null };
        var decision = policy.Decide(record.Record.Value, standing, Destination.OwnSite);
        if (!policy.WhyHidden(decision, standing, now).All(r => s_noReason.Contains(r.Code))) return null;
        var ground = record.Standing.WithdrawalGround is { } known ? WithdrawalGroundText.Of(known) : "";
        return Risk(record, "withdrawn-unpublished", $"从未公示就登记了撤下（{ground}）。不应公示的，请用 creditkit exclude 记录理由和依据。", decision, now, since);
    }
}
