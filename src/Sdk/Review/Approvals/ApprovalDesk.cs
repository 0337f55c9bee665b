using CreditKit.Ledger;

namespace CreditKit.Review.Approvals;

/// <summary>
/// The way of a record from entry to publication: each step once, by somebody who wrote no revision of it, in order. The last
/// approval releases the record. Roles are the caller's; who may not act because of what he did before is decided here.
/// </summary>
internal sealed class ApprovalDesk(ApprovalTable table, IReadOnlyList<ApprovalStep> steps, Action<LedgerRecord, ApprovalRelease> release)
{
    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<ApprovalStep> Steps => steps;

    /// <summary>What a record waits for.</summary>
    public ApprovalState Of(LedgerRecord record)
    {
        if (record.Standing.Released || record.Held || record.Standing.WithdrawnAt is not null) return new ApprovalState(null, false);
        var done = table.Steps(record.Id, record.Revision);
        if (done.Any(d => !d.Approved)) return new ApprovalState(null, true);
        foreach (var step in steps)
            if (!done.Any(d => d.Step == step)) return new ApprovalState(step, false);
        return new ApprovalState(steps[^1], false);
    }

    /// <summary>Every approval of a record, the oldest first.</summary>
    public IReadOnlyList<Approval> History(LedgerRecord record) => table.All(record.Id);

    /// <summary>Whether somebody wrote a revision of the record.</summary>
    public bool Wrote(LedgerRecord record, string actor) => table.Authors(record.Id).Contains(actor);

    /// <summary>Approves the step that is due; after the last one the record is released in this call.</summary>
    /// <exception cref="CreditKitException">CK1801 to CK1803: not the step that is due, by whoever entered it, or another was faster.</exception>
    public void Approve(LedgerRecord record, ApprovalStep step, string actor, ApprovalNote note)
    {
        Check(record, step, actor);

        // A crash may have come between the last approval and the release: the same approval again completes it.
        var last = step == steps[^1];
        if (!table.Add(record.Id, record.Revision, step, approved: true, actor, note) && !(last && table.Steps(record.Id, record.Revision).Any(s => s.Step == step && s.Approved))) throw Raced();
        if (!last) return;
        var given = table.All(record.Id).Where(a => a.Revision == record.Revision && a.Approved).ToList();
        var marks = given.SelectMany(a => a.Note.Marks).GroupBy(m => (m.Field, m.Start, m.Length)).Select(g => g.Last()).ToList();
        release(record, new ApprovalRelease(actor, marks, given.All(a => a.Note.Shares)));
    }

    /// <summary>Sends a record back to whoever entered it.</summary>
    public void Return(LedgerRecord record, ApprovalStep step, string actor, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new CreditKitException("CK1804", "退回没有写明理由。", "请写明哪一处要怎样改。");
        Check(record, step, actor);
        if (!table.Add(record.Id, record.Revision, step, approved: false, actor, new ApprovalNote { Reason = reason })) throw Raced();
    }

    private void Check(LedgerRecord record, ApprovalStep step, string actor)
    {
        var state = Of(record);
        if (state.Next != step) throw new CreditKitException("CK1801", "这条记录现在不等待这一步审核。", "请返回审核队列，看它目前在哪一步。");
        if (Wrote(record, actor)) throw new CreditKitException("CK1802", "录入或者修改过这条记录的人不能审核它。", "请由另一位审核人员办理（录入与审核分开）。");
    }

    private static CreditKitException Raced() => new("CK1803", "这一步刚刚已经由别人办理，或者记录有了新的修订。", "请刷新后再看。");
}
