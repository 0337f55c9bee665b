using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Reviews;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>The review desk over one ledger.</summary>
internal sealed class ReviewDesk(SqliteLedger ledger, AccessRegister register, ReviewServices services) : IReviewDesk
{
    private static readonly string[] s_grounds = ["state-secret", "trade-secret", "privacy", "endangers-security", "process-information", "no-social-impact"];
    private readonly ReviewTable _reviews = new(ledger.Database);

    /// <inheritdoc/>
    public IReadOnlyList<ReviewItem> List(ReviewQueue queue, int limit = 100) =>
        [.. _reviews.Queue(queue, Math.Clamp(limit, 1, 1_000)).Select(ledger.Find).OfType<LedgerRecord>().Select(Item)];

    /// <inheritdoc/>
    public ReviewSheet? Open(string id, AccessRequest access)
    {
        ArgumentNullException.ThrowIfNull(access);
        if (ledger.FindByPublicId(id) is not { } record) return null;
        var entry = register.Enter(record, access with { Kind = AccessKind.Review });
        return new ReviewSheet
        {
            Item = Item(record),
            Fields = [.. Texts(record).Select(t => new ReviewField(t.Field.Id, t.Field.Label, t.Text, t.Field.Value, t.Spans))],
            AbstractOnly = record.Handling.AbstractOnly,
            Consent = record.Handling.Consent,
            History = _reviews.Of(record.Id),
            Entry = entry,
        };
    }

    /// <inheritdoc/>
    public ReviewOutcome Decide(ReviewDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentException.ThrowIfNullOrWhiteSpace(decision.Reviewer);
        var record = Find(decision.Id);
        if (record.Standing.WithdrawnAt is not null) throw new CreditKitException("CK1221", $"记录 {decision.Id} 已经撤下，不再审查。", "需要重新公示时，请更正或重新报入这条记录。");
        if (record.Revision != decision.Revision) throw Outdated(decision.Id);
        if (!decision.Release && string.IsNullOrWhiteSpace(decision.Reason)) throw MarkReader.Wrong("不予放行须写明理由");
        if (decision.Ground is { } ground && (decision.Release || !s_grounds.Contains(ground))) throw MarkReader.Wrong($"依据“{ground}”应为 {string.Join("、", s_grounds)} 之一，且只用于不予放行");

        IReadOnlyList<ReviewMark> blocking = [];
        var handling = record.Handling;
        if (decision.Scope == ReviewScope.Publication)
        {
            handling = handling with
            {
                Spans = MarkReader.Read(Texts(record), decision.Marks, out blocking),
                AbstractOnly = decision.AbstractOnly ?? handling.AbstractOnly,
                Exclusions = decision.Ground is { } code ? [new RecordedExclusion(code, $"保密审查：{decision.Reviewer}")] : [],
            };
        }
        else if (decision.Marks.Count > 0 || decision.AbstractOnly is not null)
        {
            throw MarkReader.Wrong("遮盖和摘要属于公开审查，不属于共享审查");
        }

        var verdict = !decision.Release ? ReviewVerdict.Held : blocking.Count > 0 ? ReviewVerdict.Blocked : ReviewVerdict.Released;
        var released = verdict == ReviewVerdict.Released;
        var standing = decision.Scope == ReviewScope.Publication ? record.Standing with { Released = released } : record.Standing with { ReleasedForSharing = released };
        var recorded = _reviews.Decide(new ReviewEntry
        {
            RecordId = record.Id,
            Revision = record.Revision,
            Scope = decision.Scope,
            Verdict = verdict,
            Actor = decision.Reviewer,
            Detail = new ReviewDetail(decision.Reason.Trim(), decision.Ground, handling.AbstractOnly, decision.Scope == ReviewScope.Publication ? handling.Spans : []),
            Handling = handling,
            Channels = services.Carriers(record, standing with { Exclusions = [.. record.Standing.Exclusions.Except(record.Handling.Exclusions), .. handling.Exclusions] }),
        });
        if (!recorded) throw Outdated(decision.Id);

        services.Project(record.Id);
        var after = ledger.Find(record.Id)!;
        var law = services.Law(after.Record.Value, after.Standing);
        var visible = law.IsVisibleAt(services.Time.GetUtcNow(), after.Standing);
        return new ReviewOutcome(verdict, visible, blocking, visible ? [] : [.. law.Reasons.Where(r => r.Blocks).Select(r => r.Text)]);
    }

    /// <inheritdoc/>
    public void Consent(string id, PersonalConsent consent, string actor)
    {
        ArgumentNullException.ThrowIfNull(consent);
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        ConsentCheck.Throw(consent, Today);
        var record = Find(id);
        var handling = record.Handling with { Consent = consent };
        var act = consent.Stands ? "consent" : "consent-withdrawn";
        if (!_reviews.Handle(record.Id, handling, actor, act, services.Carriers(record, record.Standing with { Consent = consent }))) throw Missing(id);
        services.Project(record.Id);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReviewEvent> History(string id) => ledger.FindByPublicId(id) is { } record ? _reviews.Of(record.Id) : [];

    private DateOnly Today => ChinaTime.DateOf(services.Time.GetUtcNow());

    private ReviewItem Item(LedgerRecord record)
    {
        var heading = services.Desensitizer.Heading(record.Record.Value, record.Handling);
        var law = Law(record);
        return new ReviewItem
        {
            Id = record.PublicId,
            Revision = record.Revision,
            Kind = record.Record.Value.Kind,
            DocumentNumber = heading.DocumentNumber,
            CounterpartName = heading.CounterpartName,
            Title = heading.Title,
            DecisionDate = record.Record.Value.DecisionDate,
            PublishBy = law.PublishBy,
            Released = record.Standing.Released,
            ReleasedForSharing = record.Standing.ReleasedForSharing,
            Held = record.Held,
            Publishable = law is { Allowed: true, MarkedNotPublic: false },
            Reasons = [.. law.Reasons.Where(r => r.Blocks).Select(r => r.Text)],
        };
    }

    // As the law would say once the record is released: the reviewer must know what the release leads to.
    private DisclosureDecision Law(LedgerRecord record) => services.Law(record.Record.Value,
        record.Standing with { Released = true, PublishedAt = record.Standing.PublishedAt ?? services.Time.GetUtcNow() });

    private IReadOnlyList<Desensitization.ReviewedText> Texts(LedgerRecord record)
    {
        var law = Law(record);
        return services.Desensitizer.Review(record.Record.Value, law, law.From ?? Today, record.Handling);
    }

    private LedgerRecord Find(string id) => ledger.FindByPublicId(id) ?? throw Missing(id);

    private static CreditKitException Missing(string id) => new("CK1221", $"没有编号为 {id} 的记录。", "请用 creditkit review 列出待审查的记录。");

    private static CreditKitException Outdated(string id) => new("CK1222", $"记录 {id} 在审查期间有了新的版本，本次意见没有记录。", "请重新打开该条记录，按新的内容审查。");
}
