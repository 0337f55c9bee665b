using CreditKit.Calendar;
using CreditKit.Policy.Engine;
using CreditKit.Policy.Model;
using CreditKit.Records;

namespace CreditKit.Policy;

/// <summary>
/// The law of cases: withdrawal, objection and repair, by the edition in force on the day a case begins, with the local
/// overlays over it. Pure: the same day gives the same answer.
/// </summary>
public sealed class CaseLaw
{
    private readonly PolicyBook _book;

    internal CaseLaw(PolicyBook book) => _book = book;

    /// <summary>Both clocks of a withdrawal of which the agency learnt on that day.</summary>
    public WithdrawalTerms Withdrawal(DateOnly noticed)
    {
        var blocks = _book.BlocksOn(noticed, e => e.Withdraw).ToList();
        if (blocks.Count == 0) blocks = [.. _book.BlocksOn(_book.FirstDayOf<WithdrawData>(e => e.Withdraw), e => e.Withdraw)];
        var months = blocks.Select(b => b.Block.NoticeMonths?.Value).FirstOrDefault(v => v is not null) ?? 0;
        var (edition, same) = blocks.First(b => b.Block.SameDay == true);
        return new WithdrawalTerms(
            noticed,
            Term(blocks, noticed, b => b.MaxWorkdays) ?? new LegalTerm(0, noticed, true, edition.Id, edition.Data.Source, false),
            Term(blocks, noticed, b => b.SyncWorkdays) ?? new LegalTerm(0, noticed, true, edition.Id, edition.Data.Source, false),
            LegalDate.LastDayOfMonths(noticed, months).AddDays(1),
            same.Source ?? edition.Data.Source);
    }

    /// <summary>Whether a pending reconsideration or lawsuit is marked on the record on that day.</summary>
    public bool MarksPending(DateOnly day) => _book.BlocksOn(day, e => e.Withdraw).Select(b => b.Block.MarkPending).FirstOrDefault(v => v is not null) ?? false;

    /// <summary>Limits and rules of an objection received on that day.</summary>
    public ObjectionTerms Objection(DateOnly received)
    {
        var blocks = _book.BlocksOn(received, e => e.Objection).ToList();
        return new ObjectionTerms
        {
            Grounds = blocks.Select(b => b.Block.Grounds).FirstOrDefault(g => g is not null) ?? [],
            AnyoneMayObject = blocks.Select(b => b.Block.AnyoneMayObject).FirstOrDefault(v => v is not null) ?? false,
            PublishResult = blocks.Select(b => b.Block.PublishResult).FirstOrDefault(v => v is not null) ?? false,
            MarkBy = Term(blocks, received, b => b.MarkDays),
            AcceptBy = Term(blocks, received, b => b.AcceptDays),
            OwnBy = Term(blocks, received, b => b.OwnDays),
            SourceBy = Term(blocks, received, b => b.SourceDays),
            TotalBy = Term(blocks, received, b => b.TotalDays),
            ExtendDays = blocks.Select(b => b.Block.ExtendDays?.Value).FirstOrDefault(v => v is not null),
        };
    }

    /// <summary>Papers, window and limits of a repair application made on that day for a class.</summary>
    public RepairTerms RepairTerms(DateOnly applied, Severity severity)
    {
        var blocks = _book.BlocksOn(applied, e => e.Repair).ToList();
        var (edition, block) = blocks.Count > 0 ? blocks[^1] : (_book.BaseOn(applied), new RepairData());
        var materials = blocks.Select(b => b.Block.Materials).FirstOrDefault(m => m is not null) ?? [];
        return new RepairTerms
        {
            Edition = edition.Id,
            Source = block.Source ?? edition.Data.Source,
            Materials = materials.FirstOrDefault(m => m.Severities is null || m.Severities.Contains(severity))?.Items ?? [],
            Window = blocks.Select(b => b.Block.Window).FirstOrDefault(w => w is not null) ?? "信用中国网站",
            FreeOfCharge = blocks.Select(b => b.Block.FreeOfCharge).FirstOrDefault(v => v is not null) ?? false,
            AcceptBy = Term(blocks, applied, b => b.AcceptDays),
            DecideBy = Term(blocks, applied, b => b.DecideDays),
            SyncBy = Term(blocks, applied, b => b.SyncDays),
            ExtendDays = blocks.Select(b => b.Block.ExtendDays?.Value).FirstOrDefault(v => v is not null),
            ExcludedSeverities = block.ExcludedSeverities ?? [],
        };
    }

    /// <summary>Whether a record may be repaired by an application made on that day.</summary>
    public RepairEligibility Repair(CreditRecord record, RecordStanding standing, DateOnly applied, RepairHistory history)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(history);
        var decision = _book.Decide(record, standing, Destination.OwnSite);
        var severity = decision.AppliedSeverity ?? Severity.General;
        var terms = RepairTerms(applied, severity);
        var reasons = new List<DecisionReason>();
        if (record is not AdministrativePenalty) reasons.Add(_book.Reasons.Blocking("repair-licence"));
        else if (decision.From is null || applied >= decision.Until) reasons.Add(_book.Reasons.Blocking("repair-not-published"));
        else Against(record, decision, severity, applied, history, terms, reasons);
        return new RepairEligibility(!reasons.Any(r => r.Blocks), decision.RepairableFrom, reasons, terms);
    }

    private void Against(
        CreditRecord record, DisclosureDecision decision, Severity severity, DateOnly applied, RepairHistory history, RepairTerms terms, List<DecisionReason> reasons)
    {
        var (edition, block) = _book.BlocksOn(applied, e => e.Repair).LastOrDefault();
        if (block is null || terms.ExcludedSeverities.Contains(severity))
            reasons.Add(_book.Reasons.Blocking("repair-class-excluded") with { Edition = terms.Edition, Source = terms.Source });
        else if (decision.RepairableFrom is not { } from || applied < from)
            reasons.Add(_book.Reasons.Blocking("repair-before-minimum") with { Edition = decision.Edition, Source = decision.Source });
        if (block?.RepeatWithinMonths is { Value: { } months } repeat && history.LastRepairBefore is { } repaired
            && record.DecisionDate is { } decided && decided >= repaired && decided <= LegalDate.LastDayOfMonths(repaired, months))
            reasons.Add(_book.Reasons.Blocking("repair-penalised-again") with { Edition = edition.Id, Source = repeat.Source ?? terms.Source });
        if (history.FalseCommitmentOn is { } broken && block?.FalseBanMonths is { } ban
            && (ban.Value is not { } length || applied <= LegalDate.LastDayOfMonths(broken, length)))
            reasons.Add(_book.Reasons.Blocking("repair-false-commitment") with { Edition = edition.Id, Source = ban.Source ?? terms.Source });
        if (record.PerformedDate is null) reasons.Add(_book.Reasons.Noted("repair-not-performed"));
    }

    private LegalTerm? Term<T>(List<(Edition Edition, T Block)> blocks, DateOnly start, Func<T, Figure?> figure) where T : BlockData
    {
        foreach (var (edition, block) in blocks)
        {
            if (figure(block) is not { } found) continue;
            var certainty = found.Certainty ?? block.Certainty ?? edition.Data.Certainty!.Value;
            var source = found.Source ?? block.Source ?? edition.Data.Source;
            if (found.Value is not { } days) return new LegalTerm(null, null, true, edition.Id, source, certainty != Certainty.V1);
            var (by, certain) = _book.Calendar.Compute(start, days);
            return new LegalTerm(days, by, certain, edition.Id, source, certainty != Certainty.V1);
        }

        return null;
    }
}
