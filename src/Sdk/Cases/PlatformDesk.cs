using CreditKit.Ledger;
using CreditKit.Ledger.CaseFiles;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>Cases and results that come from a platform, and the answers it waits for.</summary>
internal sealed class PlatformDesk(CaseRegistry registry, ILedger ledger, CaseClock clock, CaseLaw law, CaseActs acts, CaseAnswerTable answers)
{
    /// <summary>Takes a forwarded case in, with its clock; its outcome is queued as an answer when it closes. The same number is taken once.</summary>
    public CaseFile Receive(ExternalCase forwarded, string actor)
    {
        if (registry.Reader.FindByChannel(forwarded.Channel, forwarded.Number) is { } there) return CaseRegistry.File(there) ?? throw CaseFault.NotFound(there.Number);
        var record = Find(forwarded.DocumentNumber, forwarded.CounterpartCode);
        var limits = clock.OnReceipt(forwarded.Kind, forwarded.ReceivedOn);
        var content = new CaseContent
        {
            RecordId = record?.PublicId,
            DocumentNumber = forwarded.DocumentNumber,
            Grounds = forwarded.Grounds,
            Statement = forwarded.Statement,
            ApplicantName = forwarded.ApplicantName,
            Phone = forwarded.Phone,
            LimitSource = limits.Source,
        };
        return registry.Open(Row(forwarded.Kind, CaseState.Received, forwarded.Channel, forwarded.Number, record, forwarded.ReceivedOn) with
        {
            Marks = forwarded.Kind == CaseKind.Objection && law.Objection(forwarded.ReceivedOn).MarkBy is not null,
            AcceptBy = limits.AcceptBy,
            DueOn = limits.DueOn,
            DueUncertain = limits.Uncertain,
        }, content, actor, null, []);
    }

    /// <summary>
    /// Applies a result decided elsewhere: the record comes down in this call. One that fits no record, or several, stays open
    /// for a person, due the same day.
    /// </summary>
    public async Task<CaseFile> ApplyAsync(ExternalResult result, string actor, CancellationToken cancellation = default)
    {
        if (registry.Reader.FindByChannel(result.Channel, result.Number) is { } there)
        {
            var known = CaseRegistry.File(there) ?? throw CaseFault.NotFound(there.Number);
            return known.Row.ActPending ? await acts.ActAsync(known, cancellation) : known;
        }

        var record = Find(result.DocumentNumber, result.CounterpartCode);
        var repair = result.Ground == WithdrawalGround.Repaired;
        var outcome = (result.Granted, repair) switch
        {
            (false, true) => CaseState.Declined,
            (false, false) => CaseState.Maintained,
            (true, true) => CaseState.Repaired,
            (true, false) => CaseState.Withdrawn,
        };
        var matched = record is not null || !result.Granted;
        var content = new CaseContent
        {
            RecordId = record?.PublicId,
            DocumentNumber = result.DocumentNumber,
            Statement = result.Reason,
            Reason = result.Reason,
            Reply = result.Granted ? "本机关公示栏已停止公示。" : "已收到。",
            Ground = result.Ground,
            Disposition = repair && result.Granted ? RepairDisposition.Hide : null,
            DecidedBy = actor,
        };
        var row = Row(repair ? CaseKind.CreditRepair : CaseKind.Objection, matched ? outcome : CaseState.Received, result.Channel, result.Number, record, result.NoticedOn) with
        {
            DueOn = matched ? null : result.NoticedOn,
            DecidedAt = matched ? registry.Now : null,
            ClosedAt = matched && !result.Granted ? registry.Now : null,
            ActPending = matched && result.Granted,
        };
        var file = registry.Open(row, content, actor, null, []);
        return file.Row.ActPending ? await acts.ActAsync(file, cancellation) : file;
    }

    /// <summary>Answers that a channel waits for, in order.</summary>
    public IReadOnlyList<CaseAnswer> Answers(string channel, int limit) => answers.Pending(channel, limit);

    /// <summary>The channel has the answer.</summary>
    public bool Answered(long answerId, string receipt, string actor) => answers.Sent(answerId, receipt, actor);

    private CaseRow Row(CaseKind kind, CaseState state, string channel, string number, LedgerRecord? record, DateOnly receivedOn) => new()
    {
        Number = "",
        Kind = (int)kind,
        State = (int)state,
        RecordId = record?.Id,
        SubjectHash = record is null ? null : registry.SubjectHash(record),
        Channel = channel,
        ChannelNumber = number,
        ReceivedAt = registry.Now,
        ReceivedOn = receivedOn,
    };

    private LedgerRecord? Find(string documentNumber, string? code)
    {
        var found = ledger.FindByDocumentNumber(documentNumber).Where(r => code is null || string.Equals(r.Record.Value.Counterpart.UnifiedSocialCreditCode, code, StringComparison.OrdinalIgnoreCase)).ToList();
        return found is [var only] ? only : null;
    }
}
