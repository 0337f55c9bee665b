using System.Text;
using CreditKit.Intake;
using CreditKit.Ledger;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>
/// Decisions that act on the record. The decision is stored first, with the act pending; then the record is corrected or
/// taken down; then the case is closed and its result published. A crash between two of these is healed by doing the
/// rest again: both acts change nothing the second time.
/// </summary>
internal sealed class CaseActs(CaseRegistry registry, IRecordIntake intake, TakeDown takeDown, CaseNotices notices)
{
    /// <summary>Decides and acts.</summary>
    public Task<CaseFile> DecideAsync(CaseFile file, CaseAct act, CaseContent content, Ruling ruling, CancellationToken cancellation)
    {
        var decided = registry.Step(file, act, ruling.Actor, ruling.Reason,
            new CaseChange(content with { Reason = ruling.Reason, DecidedBy = ruling.Actor }) { ActPending = true });
        return ActAsync(decided, cancellation);
    }

    /// <summary>Does what is pending and closes the case.</summary>
    public async Task<CaseFile> ActAsync(CaseFile file, CancellationToken cancellation)
    {
        var record = registry.Record(file);
        if (file.State == CaseState.Amended) await CorrectAsync(file, record, cancellation);
        else await takeDown.Async(record, file.Content.Ground ?? WithdrawalGround.Objection, file.Content.Reason, registry.Today, file.Content.DecidedBy, cancellation);
        return registry.Step(file, CaseAct.Finish, file.Content.DecidedBy, CaseWords.Of(file.State), new CaseChange(file.Content with { Correction = null })
        {
            Notices = notices.Result(file, file.Content, file.State, record, registry.Now),
        });
    }

    /// <summary>Finishes what a crash left undone. A correction that is refused now goes back to a person.</summary>
    public async Task<int> HealAsync(CancellationToken cancellation)
    {
        var healed = 0;
        foreach (var row in registry.Reader.Pending())
        {
            if (CaseRegistry.File(row) is not { } file) continue;
            try
            {
                await ActAsync(file, cancellation);
                healed++;
            }
            catch (CreditKitException e) when (e.Code.StartsWith("CK17", StringComparison.Ordinal))
            {
                // Another process was faster, the case is back at verified, or its record is gone: a person sees it in the
                // worklist, and the agency's site starts.
            }
        }

        return healed;
    }

    private async Task CorrectAsync(CaseFile file, LedgerRecord record, CancellationToken cancellation)
    {
        var corrected = RecordJson.Read(record.Record.Value.Kind, Encoding.UTF8.GetBytes(file.Content.Correction!));
        var result = await intake.CorrectAsync(record.PublicId, corrected, file.Content.Reason, new SourceReference($"case:{file.Number}", null, file.Content.DecidedBy), cancellation);
        if (result.Outcome != IntakeOutcome.Rejected) return;
        registry.Step(file, CaseAct.Revert, file.Content.DecidedBy, "修改没有通过校验", new CaseChange(file.Content with { Correction = null, Reply = "", PublicText = "" }));
        throw CaseFault.CorrectionRefused(file.Number, result.Issues.Where(i => i.Severity == Validation.IssueSeverity.Block).Select(i => i.Message));
    }
}
