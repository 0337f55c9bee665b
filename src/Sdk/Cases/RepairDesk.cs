using CreditKit.Ledger;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>How staff handle credit repair where the agency takes applications itself (谁认定、谁修复).</summary>
internal sealed class RepairDesk(CaseRegistry registry, CaseClock clock, RepairRules rules, CaseActs acts, CaseNotices notices)
{
    /// <summary>受理: the commitment becomes public.</summary>
    public CaseFile Admit(string number, Ruling ruling)
    {
        var file = Load(number, CaseAct.Admit);
        var record = registry.Record(file);
        var subject = notices.Subject(record);
        return registry.Step(file, CaseAct.Admit, ruling.Actor, ruling.Reason, new CaseChange(file.Content with { Reply = ruling.Reply ?? ruling.Reason, PublicSubject = subject })
        {
            Limits = clock.OnAdmission(CaseKind.CreditRepair, file.Row.ReceivedOn, registry.Today, rules.SeverityOf(record)),
            Notices = file.Content.CommitmentClauses.Length > 0 ? [notices.Commitment(subject, record, registry.Now)] : [],
        });
    }

    /// <summary>准予修复: display ends here; the platform marks, hides or deletes. Judged by the rules of the day of the application.</summary>
    public Task<CaseFile> GrantAsync(string number, Ruling ruling, RepairDisposition disposition, CancellationToken cancellation = default)
    {
        var file = Load(number, CaseAct.Repair);
        var record = registry.Record(file);
        if (rules.Of(record, file.Row.ReceivedOn) is { Eligible: false } not) throw CaseFault.NotEligible(file.Number, not.Text);
        return acts.DecideAsync(file, CaseAct.Repair, file.Content with
        {
            Reply = ruling.Reply ?? $"准予信用修复，公示信息已停止公示，平台处理方式：{CaseWords.Of(disposition)}。",
            Disposition = disposition,
            Ground = WithdrawalGround.Repaired,
        }, ruling, cancellation);
    }

    /// <summary>不予修复: the commitment is no longer shown.</summary>
    public CaseFile Decline(string number, Ruling ruling)
    {
        var file = Load(number, CaseAct.Decline);
        return registry.Step(file, CaseAct.Decline, ruling.Actor, ruling.Reason, new CaseChange(file.Content with { Reply = ruling.Reply ?? ruling.Reason }) { EndNotices = PublicNoticeKind.RepairCommitment });
    }

    /// <summary>违背承诺: published, and counted by the rules that bar a further repair. The record itself does not come back: its period has ended by the repair.</summary>
    public CaseFile Break(string number, Ruling ruling)
    {
        var file = Load(number, CaseAct.Break);
        var content = file.Content with { BrokenOn = registry.Today, PublicText = ruling.PublicText ?? "" };
        return registry.Step(file, CaseAct.Break, ruling.Actor, ruling.Reason, new CaseChange(content)
        {
            EndNotices = PublicNoticeKind.RepairCommitment,
            Notices = [notices.Broken(content, registry.Record(file), registry.Now)],
        });
    }

    private CaseFile Load(string number, CaseAct act)
    {
        var file = registry.Load(number);
        return file.Kind == CaseKind.CreditRepair && CaseWorkflow.Next(file.Kind, file.State, act) is not null
            ? file
            : throw CaseFault.NotAllowed(file.Number, file.Kind, file.State, act);
    }
}
