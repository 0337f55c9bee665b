using CreditKit.Policy.Model;

namespace CreditKit.Policy.Engine;

/// <summary>Refuses policy data that cannot be computed with, at start and with the remedy.</summary>
internal static class PolicyCheck
{
    /// <summary>The base chain in order of time, without gap or overlap.</summary>
    public static Edition[] Chain(IEnumerable<Edition> editions)
    {
        var chain = editions.Where(e => e.Data.Role == EditionRole.Base).OrderBy(e => e.From).ThenBy(e => e.To).ToArray();
        if (chain.Length == 0 || chain[0].Data.EffectiveFrom is not null)
            throw PolicyFault.Invalid(chain.Length == 0 ? "（无）" : chain[0].Id, "最早的基础版本须及于更早的决定，effectiveFrom 应为 null");
        if (chain[0].Period is null || chain[0].Publish.Length == 0) throw PolicyFault.Invalid(chain[0].Id, "最早的基础版本须有 period 和 publish");
        for (var i = 1; i < chain.Length; i++)
        {
            var (earlier, later) = (chain[i - 1], chain[i]);
            if (later.From <= earlier.To) throw PolicyFault.Overlap(earlier.Id, later.Id);
            if (later.From > earlier.To.AddDays(1)) throw PolicyFault.Gap(earlier.Id, later.Id, earlier.To.AddDays(1), later.From.AddDays(-1));
        }

        return chain[^1].Data.EffectiveTo is { } end
            ? throw PolicyFault.Invalid(chain[^1].Id, $"最后一个基础版本止于 {end:yyyy-MM-dd}，其后没有版本；effectiveTo 应为 null")
            : chain;
    }

    /// <summary>Rules that could never be computed.</summary>
    public static void Rules(Edition edition)
    {
        if (edition.Data.Role == EditionRole.Information && (edition.Period is not null || edition.Exclude is not null || edition.Publish.Length > 0))
            throw PolicyFault.Invalid(edition.Id, "role 为 information 的版本只作说明，不能有 period、exclude、publish");
        foreach (var rule in edition.Period?.Rules ?? [])
        {
            if (rule.Data.Id.Length == 0) throw PolicyFault.Invalid(edition.Id, "period.rules 中有一条没有 id");
            if (rule.Data.End == PeriodEnd.Term && rule.Data.Max?.Value is null) throw PolicyFault.Invalid(edition.Id, $"{rule.Data.Id} 没有 max（月数）");
            if (rule.Data.Max?.Value > 1200) throw PolicyFault.Invalid(edition.Id, $"{rule.Data.Id} 的 max 超过 1200 个月");
            if (rule.Min > rule.Data.Max?.Value) throw PolicyFault.Invalid(edition.Id, $"{rule.Data.Id} 的 min 大于 max");
        }

        foreach (var exclusion in edition.Exclude ?? [])
            if (exclusion.Data.Code.Length == 0 || exclusion.Data.Text.Length == 0)
                throw PolicyFault.Invalid(edition.Id, "exclude 中有一条没有 code 或 text");
        if (edition.Data is { Role: EditionRole.Base } && edition.Period is { } period && !period.Rules.Any(r => ReferenceEquals(r.When, Condition.Always)))
            throw PolicyFault.Invalid(edition.Id, "基础版本的 period.rules 须以一条没有 when 的规则收尾");
        foreach (var publish in edition.Publish)
            if (publish.Data.Days?.Value > 250 || publish.Data.ReportDays?.Value > 250)
                throw PolicyFault.Invalid(edition.Id, "publish 的工作日数超过 250");
    }
}
