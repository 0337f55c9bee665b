using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Ledger.CaseFiles;
using CreditKit.Ledger.Sqlite;

namespace CreditKit.Cases;

/// <summary>Reads cases and takes steps: the one place where the workflow is enforced and the clockwork of a row is kept.</summary>
internal sealed class CaseRegistry(LedgerDatabase database, ILedger ledger, Action<long> project)
{
    /// <summary>Actor of what nobody signs.</summary>
    public const string System = "system";

    public CaseStore Store { get; } = new(database);

    public CaseReader Reader { get; } = new(database);

    public DateTimeOffset Now => database.Time.GetUtcNow();

    public DateOnly Today => ChinaTime.DateOf(Now);

    public static CaseFile? File(CaseRow? row) => row?.Content is { } content ? new CaseFile(row, CaseContent.Read(content)) : null;

    /// <summary>A case by its number.</summary>
    public CaseFile Load(string number) => File(Reader.Find(CaseSecret.FoldNumber(number))) ?? throw CaseFault.NotFound(number);

    /// <summary>The record a case is about.</summary>
    public LedgerRecord Record(CaseFile file) => (file.Row.RecordId is { } id ? ledger.Find(id) : null) ?? throw CaseFault.WithoutRecord(file.Number);

    /// <summary>The record a case is about, when there is one.</summary>
    public LedgerRecord? RecordOrNull(CaseFile file) => file.Row.RecordId is { } id ? ledger.Find(id) : null;

    /// <summary>Keyed hash of a record's subject: credit code, else identity number, else name.</summary>
    public byte[] SubjectHash(LedgerRecord record)
    {
        var subject = record.Record.Value.Counterpart;
        return database.Cipher.Index("case-subject", subject.UnifiedSocialCreditCode ?? subject.IdentityDocument?.Number ?? subject.Name ?? record.PublicId);
    }

    /// <summary>Opens a case; numbers are drawn again until one is free.</summary>
    public CaseFile Open(CaseRow row, CaseContent content, string actor, string? secret, IReadOnlyList<CasePaper> papers)
    {
        for (var attempt = 0; ; attempt++)
        {
            var step = new CaseStep(row with { Number = CaseSecret.NewNumber((CaseKind)row.Kind, row.ReceivedOn), Content = content.Write() }, Code(CaseAct.Receive), actor, 0, "") { Papers = papers };
            if (Store.Open(step, secret) is { } stored)
            {
                Follow(stored);
                return new CaseFile(stored, content);
            }

            // The same case of a channel that came in twice at once is not a number that was taken.
            if (row.Channel is { } channel && Reader.FindByChannel(channel, row.ChannelNumber!) is { } there) return File(there) ?? throw CaseFault.NotFound(there.Number);
            if (attempt == 100) throw new InvalidOperationException("no free case number");
        }
    }

    /// <summary>Takes a step, or says why it is not allowed.</summary>
    public CaseFile Step(CaseFile file, CaseAct act, string actor, string reason, CaseChange change)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw CaseFault.ReasonMissing(act);
        var next = act switch
        {
            CaseAct.Finish or CaseAct.Revert when !file.Row.ActPending => throw CaseFault.NotAllowed(file.Number, file.Kind, file.State, act),
            CaseAct.Finish => file.State,
            CaseAct.Revert => CaseState.Verified,
            _ when file.Row.ActPending => throw CaseFault.NotAllowed(file.Number, file.Kind, file.State, act),
            _ when file.State == CaseState.Transferred && file.Closed => throw CaseFault.NotAllowed(file.Number, file.Kind, file.State, act),
            _ => CaseWorkflow.Next(file.Kind, file.State, act) ?? throw CaseFault.NotAllowed(file.Number, file.Kind, file.State, act),
        };

        var closes = change.Closes || (CaseWorkflow.IsFinal(next) && !change.ActPending);
        var row = file.Row with
        {
            State = (int)next,
            Content = change.Content.Write(),
            AcceptBy = next == CaseState.Received ? change.Limits?.AcceptBy ?? file.Row.AcceptBy : null,
            DueOn = change.StopsClock ? null : change.Limits is { } limits ? limits.DueOn : file.Row.DueOn,
            DueUncertain = change.Limits?.Uncertain ?? file.Row.DueUncertain,
            Extended = file.Row.Extended || change.Extended,
            ActPending = change.ActPending,
            Marks = file.Row.Marks || change.Marks,
            RecordId = change.Record?.Id ?? file.Row.RecordId,
            SubjectHash = change.SubjectHash ?? file.Row.SubjectHash,
            DecidedAt = act == CaseAct.Revert ? null : CaseWorkflow.IsFinal(next) ? file.Row.DecidedAt ?? Now : null,
            ClosedAt = closes ? file.Row.ClosedAt ?? Now : null,
        };
        var step = new CaseStep(row, Code(act), actor, (int)file.State, reason)
        {
            Papers = change.Papers,
            Notices = change.Notices,
            EndNotices = change.EndNotices,
            Answer = closes && !file.Closed ? (next.ToString(), change.Content.Reply) : null,
        };
        var stored = Store.Advance(step) ?? throw CaseFault.Raced(file.Number);
        Follow(stored);
        return new CaseFile(stored, change.Content);
    }

    public static string Code(CaseAct act) => act.ToString().ToLowerInvariant();

    // The mark changes with the case; the column follows before the caller goes on.
    private void Follow(CaseRow row)
    {
        if (row is { RecordId: { } record, Marks: true }) project(record);
    }
}
