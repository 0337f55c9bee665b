using CreditKit.Ledger;
using CreditKit.Ledger.CaseFiles;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>Withdrawal on notice, the marks of reconsideration and court, and links between decisions.</summary>
internal sealed class WithdrawalDesk(ILedger ledger, WithdrawalClockTable clocks, MarkTable marks, LinkTable links, TakeDown takeDown, Action<long> project)
{
    /// <summary>
    /// Notice has come that a decision was revoked, changed, found unlawful or void, or that the subject is reorganised: the
    /// record comes down at once, and both clocks are recorded (424号 (十五); 行政处罚法 48). Twice is once.
    /// </summary>
    /// <param name="recordId">Public id.</param>
    /// <param name="ground">The ground in law.</param>
    /// <param name="noticedOn">The day on which the notice was received.</param>
    /// <param name="ruling">Who acts and why; the reason becomes public, masked.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    public async Task<WithdrawalClock> NoticeAsync(string recordId, WithdrawalGround ground, DateOnly noticedOn, Ruling ruling, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(ruling.Reason)) throw CaseFault.ReasonMissing(CaseAct.Withdraw);
        var record = Record(recordId);
        if (record.Standing.WithdrawnAt is not null && clocks.OfRecord(record.Id).LastOrDefault(c => c.Ground == ground && c.DoneAt is not null) is { } done) return done;
        return await takeDown.Async(record, ground, ruling.Reason, noticedOn, ruling.Actor, cancellation);
    }

    /// <summary>Marks a record, or lifts the mark. Suspended enforcement hides it from the column at once. False when it stood so already.</summary>
    public bool Mark(string recordId, RecordMark mark, bool on, Ruling ruling)
    {
        if (string.IsNullOrWhiteSpace(ruling.Reason)) throw new CreditKitException("CK1704", "标注或者解除标注没有写明理由。", "请写明受理复议或者诉讼的机关和文书号。");
        var record = Record(recordId);
        var changed = marks.Set(record.Id, mark, on, ruling.Actor, ruling.Reason);
        project(record.Id);
        return changed;
    }

    /// <summary>
    /// Links a decision to the one it changes, extends, revokes or cancels; both stay records of their own. A penalty that is
    /// revoked or changed comes down; a licence does not: its status is corrected (行政许可法 69, 70).
    /// </summary>
    public async Task<WithdrawalClock?> LinkAsync(string laterId, string earlierId, DecisionRelation relation, DateOnly noticedOn, Ruling ruling, CancellationToken cancellation = default)
    {
        var (later, earlier) = (Record(laterId), Record(earlierId));
        if (later.Id == earlier.Id) throw new CreditKitException("CK1714", "一项决定不能与自己关联。", "请选择变更、延续、撤销或者注销原决定的那一项决定。");
        links.Add(new DecisionLink(later.Id, earlier.Id, relation), ruling.Actor);
        project(later.Id);
        project(earlier.Id);
        if (earlier.Record.Value.Kind != RecordKind.Penalty) return null;
        return relation switch
        {
            DecisionRelation.Revokes => await NoticeAsync(earlierId, WithdrawalGround.Revoked, noticedOn, ruling, cancellation),
            DecisionRelation.Changes => await NoticeAsync(earlierId, WithdrawalGround.Changed, noticedOn, ruling, cancellation),
            _ => null,
        };
    }

    /// <summary>Decisions linked with a record: which, how, and whether it is the later one.</summary>
    public IReadOnlyList<(LedgerRecord Other, DecisionRelation Relation, bool IsLater)> LinksOf(string recordId)
    {
        var record = Record(recordId);
        return [.. from link in links.Of(record.Id)
                   let later = link.Earlier == record.Id
                   let other = ledger.Find(later ? link.Later : link.Earlier)
                   where other is not null
                   select (other, link.Relation, later)];
    }

    /// <summary>The proof of a record's withdrawals.</summary>
    public IReadOnlyList<WithdrawalClock> ClocksOf(string recordId) => clocks.OfRecord(Record(recordId).Id);

    /// <summary>The marks a person set on a record, with reasons.</summary>
    public IReadOnlyList<MarkEntry> MarksOf(string recordId) => marks.Of(Record(recordId).Id);

    /// <summary>Finishes withdrawals that a crash left undone.</summary>
    public async Task<int> HealAsync(CancellationToken cancellation)
    {
        var running = clocks.Running();
        foreach (var clock in running)
            if (ledger.Find(clock.RecordId) is { } record) await takeDown.Async(record, clock.Ground, clock.Reason, clock.NoticedOn, clock.Actor, cancellation);
            else clocks.Stop(clock);
        return running.Count;
    }

    private LedgerRecord Record(string id) => ledger.FindByPublicId(id) ?? throw CaseFault.NoRecord(id);
}
