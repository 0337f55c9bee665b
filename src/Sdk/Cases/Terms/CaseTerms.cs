using CreditKit.Policy;
using CreditKit.Policy.Engine;
using CreditKit.Policy.Model;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>
/// Reads the limits of a day out of the policy's blocks: for each figure the first block that knows it, local rules
/// before the base chain. Knows no number of the law.
/// </summary>
internal sealed class CaseTerms(PolicyBook policy)
{
    public ObjectionTerms ObjectionOn(DateOnly day)
    {
        var blocks = policy.BlocksOn(day, e => e.Objection).ToList();
        return new ObjectionTerms
        {
            Mark = First(blocks, b => b.MarkDays),
            Accept = First(blocks, b => b.AcceptDays),
            Own = First(blocks, b => b.OwnDays),
            Source = First(blocks, b => b.SourceDays),
            Extend = First(blocks, b => b.ExtendDays),
            Total = First(blocks, b => b.TotalDays),
            PublishResult = blocks.Select(b => b.Block.PublishResult).FirstOrDefault(p => p is not null) ?? false,
        };
    }

    public RepairTerms RepairOn(DateOnly day, Severity severity)
    {
        var blocks = policy.BlocksOn(day, e => e.Repair).ToList();
        var excludes = blocks.FirstOrDefault(b => b.Block.ExcludedSeverities is not null);
        return new RepairTerms
        {
            Accept = First(blocks, b => b.AcceptDays),
            Decide = First(blocks, b => b.DecideDays),
            Extend = First(blocks, b => b.ExtendDays),
            RepeatWithinMonths = First(blocks, b => b.RepeatWithinMonths),
            FalseBanMonths = First(blocks, b => b.FalseBanMonths),
            ExcludedSeverities = excludes.Block?.ExcludedSeverities ?? [],
            ExclusionSource = excludes.Block is null ? "" : excludes.Block.Source ?? excludes.Edition.Data.Source,
            Materials = blocks.Select(b => b.Block.Materials).OfType<MaterialData[]>().Select(m => For(m, severity)).FirstOrDefault(m => m is not null) ?? [],
            Window = blocks.Select(b => b.Block.Window).FirstOrDefault(w => w is not null) ?? "",
            Source = blocks.Count == 0 ? "" : string.Join("；", blocks.Select(b => b.Block.Source ?? b.Edition.Data.Source).Distinct()),
        };
    }

    public WithdrawalTerms WithdrawalOn(DateOnly day)
    {
        var blocks = policy.BlocksOn(day, e => e.Withdraw).ToList();
        return new WithdrawalTerms
        {
            SameDay = blocks.Select(b => b.Block.SameDay).FirstOrDefault(s => s is not null) ?? false,
            Limit = First(blocks, b => b.MaxWorkdays),
            Sync = First(blocks, b => b.SyncWorkdays),
            NoticeMonths = First(blocks, b => b.NoticeMonths),
        };
    }

    private static string[]? For(MaterialData[] materials, Severity severity) =>
        materials.FirstOrDefault(m => m.Severities is null || m.Severities.Contains(severity))?.Items;

    private static TermFigure? First<T>(List<(Edition Edition, T Block)> blocks, Func<T, Figure?> figure) where T : BlockData
    {
        foreach (var (edition, block) in blocks)
            if (figure(block) is { Value: { } value } found)
                return new TermFigure(value, found.Source ?? block.Source ?? edition.Data.Source, found.Certainty ?? block.Certainty ?? edition.Data.Certainty ?? Certainty.D);
        return null;
    }
}
