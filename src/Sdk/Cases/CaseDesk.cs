using System.Text;
using CreditKit.Ledger;
using CreditKit.Ledger.CaseFiles;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>How staff handle objections, enquiries and personal-information requests; every step has an actor, a time and a reason.</summary>
internal sealed class CaseDesk(CaseRegistry registry, ILedger ledger, CaseClock clock, CaseActs acts, CaseNotices notices, CaseOptions options)
{
    /// <summary>受理. From here on the record is marked 异议处理中.</summary>
    public CaseFile Admit(string number, Ruling ruling)
    {
        var file = registry.Load(number);
        return registry.Step(file, CaseAct.Admit, ruling.Actor, ruling.Reason, Told(file, ruling) with
        {
            Marks = file.Kind == CaseKind.Objection,
            Limits = clock.OnAdmission(file.Kind, file.Row.ReceivedOn, registry.Today),
        });
    }

    /// <summary>不予受理.</summary>
    public CaseFile Refuse(string number, Ruling ruling) => Decide(number, CaseAct.Refuse, CaseState.NotAdmitted, ruling);

    /// <summary>一次性告知补正: the clock stands still until the papers come.</summary>
    public CaseFile Ask(string number, Ruling ruling)
    {
        var file = registry.Load(number);
        return registry.Step(file, CaseAct.Ask, ruling.Actor, ruling.Reason, Told(file, ruling) with { StopsClock = true });
    }

    /// <summary>The papers came: limits count anew from today.</summary>
    public CaseFile Supplement(string number, Ruling ruling, IReadOnlyList<CaseUpload> uploads)
    {
        var file = registry.Load(number);
        if (FilingCheck.Papers(uploads, options).FirstOrDefault() is { } issue) throw new CreditKitException("CK1712", issue.Message, "请换成可以接收的文件后再登记。");
        return registry.Step(file, CaseAct.Supplement, ruling.Actor, ruling.Reason, new CaseChange(file.Content) { Papers = CaseInbox.Papers(uploads), Limits = clock.OnReceipt(file.Kind, registry.Today) });
    }

    /// <summary>转送. With an answer expected the case stays open and its clock runs on the limit for asking others.</summary>
    public CaseFile Transfer(string number, Ruling ruling, string unit, bool answerExpected)
    {
        var file = registry.Load(number);
        var change = Told(file, ruling);
        return registry.Step(file, CaseAct.Transfer, ruling.Actor, ruling.Reason, change with
        {
            Content = change.Content with { TransferredTo = unit },
            Closes = !answerExpected,
            Marks = file.Kind == CaseKind.Objection && answerExpected,
            Limits = answerExpected ? clock.OnTransfer(file.Row.ReceivedOn, registry.Today) : null,
        });
    }

    /// <summary>Verified with the deciding agency; the reason is what was found.</summary>
    public CaseFile Verify(string number, Ruling ruling)
    {
        var file = registry.Load(number);
        return registry.Step(file, CaseAct.Verify, ruling.Actor, ruling.Reason, new CaseChange(file.Content));
    }

    /// <summary>Says which record the case is about.</summary>
    public CaseFile Attach(string number, Ruling ruling, string recordId)
    {
        var file = registry.Load(number);
        var record = ledger.FindByPublicId(recordId) ?? throw CaseFault.NoRecord(recordId);
        return registry.Step(file, CaseAct.Attach, ruling.Actor, ruling.Reason,
            new CaseChange(file.Content with { RecordId = recordId }) { Record = record, SubjectHash = registry.SubjectHash(record) });
    }

    /// <summary>延长期限, once, where the rules know an extension.</summary>
    public CaseFile Extend(string number, Ruling ruling)
    {
        var file = registry.Load(number);
        if (CaseWorkflow.Next(file.Kind, file.State, CaseAct.Extend) is null) throw CaseFault.NotAllowed(file.Number, file.Kind, file.State, CaseAct.Extend);
        if (file.Row.DueOn is not { } due) throw CaseFault.NoExtension(file.Number, "没有期限在计算");
        var (limits, why) = clock.Extend(file.Kind, file.Row.ReceivedOn, due, file.Row.Extended);
        if (limits is null) throw CaseFault.NoExtension(file.Number, why);
        return registry.Step(file, CaseAct.Extend, ruling.Actor, ruling.Reason, new CaseChange(file.Content) { Limits = limits, Extended = true });
    }

    /// <summary>维持.</summary>
    public CaseFile Maintain(string number, Ruling ruling) => Decide(number, CaseAct.Maintain, CaseState.Maintained, ruling);

    /// <summary>答复.</summary>
    public CaseFile Answer(string number, Ruling ruling) => Decide(number, CaseAct.Answer, CaseState.Answered, ruling);

    /// <summary>The applicant takes it back.</summary>
    public CaseFile Cancel(string number, Ruling ruling) => Decide(number, CaseAct.Cancel, CaseState.Cancelled, ruling);

    /// <summary>修改: a new revision of the record, reported anew. A record that does not pass the checks leaves everything as it was.</summary>
    public Task<CaseFile> AmendAsync(string number, Ruling ruling, CreditRecord corrected, CancellationToken cancellation = default)
    {
        var file = registry.Load(number);
        registry.Record(file);
        var change = Told(file, ruling);
        return acts.DecideAsync(file, CaseAct.Amend, change.Content with { Correction = Encoding.UTF8.GetString(RecordJson.Write(corrected)) }, ruling, cancellation);
    }

    /// <summary>撤下.</summary>
    public Task<CaseFile> WithdrawAsync(string number, Ruling ruling, WithdrawalGround ground = WithdrawalGround.Objection, CancellationToken cancellation = default)
    {
        var file = registry.Load(number);
        registry.Record(file);
        return acts.DecideAsync(file, CaseAct.Withdraw, Told(file, ruling).Content with { Ground = ground }, ruling, cancellation);
    }

    /// <summary>Opens the file to look into it: an unmasked view, which the audit chain keeps with its purpose.</summary>
    public (CaseFile File, IReadOnlyList<CaseEvent> Events, IReadOnlyList<CaseAttachment> Papers) Open(string number, string actor, string purpose)
    {
        if (string.IsNullOrWhiteSpace(purpose)) throw new CreditKitException("CK1713", "查看案卷没有写明目的。", "查询个人信息要登记目的。");
        var file = registry.Load(number);
        ledger.Audit(actor, "case-view", "done", file.Row.RecordId, $"case={file.Number}");
        return (file, registry.Reader.Events(file.Row), registry.Reader.Attachments(file.Row));
    }

    /// <summary>A case by its number, without a look into what was written.</summary>
    public CaseFile Load(string number) => registry.Load(number);

    /// <summary>The steps of a case, the oldest first.</summary>
    public IReadOnlyList<CaseEvent> Events(string number) => registry.Reader.Events(registry.Load(number).Row);

    /// <summary>Content of a paper, noted like the view of the file.</summary>
    public byte[]? Paper(string number, long attachment, string actor)
    {
        var file = registry.Load(number);
        ledger.Audit(actor, "case-paper", "done", file.Row.RecordId, $"case={file.Number} paper={attachment}");
        return registry.Reader.Content(file.Row, attachment);
    }

    /// <summary>Open cases with their alarms, the most urgent first.</summary>
    public IEnumerable<(CaseFile File, CaseAlarm Alarm, string Text)> Worklist()
    {
        foreach (var row in registry.Reader.Open())
        {
            if (CaseRegistry.File(row) is not { } file) continue;
            var (alarm, text) = clock.Alarm(file.State == CaseState.Received ? row.AcceptBy ?? row.DueOn : row.DueOn, registry.Today);
            yield return (file, alarm, text);
        }
    }

    /// <summary>Destroys the file of a closed case after its time; what stays says nothing of anybody.</summary>
    public void Erase(string number, Ruling ruling)
    {
        if (string.IsNullOrWhiteSpace(ruling.Reason)) throw new CreditKitException("CK1704", "销毁没有写明理由。", "请写明依据的保存期限。");
        if (!registry.Store.Erase(CaseSecret.FoldNumber(number), ruling.Actor)) throw CaseFault.CannotErase(number);
    }

    private CaseFile Decide(string number, CaseAct act, CaseState outcome, Ruling ruling)
    {
        var file = registry.Load(number);
        var change = Told(file, ruling);
        return registry.Step(file, act, ruling.Actor, ruling.Reason, change with { Notices = notices.Result(file, change.Content, outcome, registry.RecordOrNull(file), registry.Now) });
    }

    private static CaseChange Told(CaseFile file, Ruling ruling) => new(file.Content with
    {
        Reply = ruling.Reply ?? ruling.Reason,
        PublicText = ruling.PublicText ?? "",
    });
}
