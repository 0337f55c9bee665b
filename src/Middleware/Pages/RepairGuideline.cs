using CreditKit.Calendar;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Templates.Models;
using Microsoft.Extensions.Options;

namespace CreditKit.AspNetCore;

/// <summary>The repair guide in words, from the edition of the day: who, papers, limits, free of charge (国办发〔2025〕22号 四(六)14–15).</summary>
internal sealed class RepairGuideline(IOptions<ShuangGongShiOptions> options)
{
    private readonly Lazy<PolicyBook> _book = new(() => PolicyBook.Load(options.Value.EffectivePolicy, WorkdayCalendar.Load(options.Value.DataDirectory)));

    /// <summary>The guide of a day.</summary>
    public RepairGuideModel Of(DateOnly today)
    {
        var terms = new[] { Severity.General, Severity.Serious, Severity.SpecificSerious }.Select(s => (Class: s, Terms: _book.Value.Cases.RepairTerms(today, s))).ToList();
        var any = terms[0].Terms;
        var open = terms.Where(t => !any.ExcludedSeverities.Contains(t.Class)).ToList();
        var same = open.All(t => t.Terms.Materials.SequenceEqual(any.Materials));
        var excluded = terms.Where(t => any.ExcludedSeverities.Contains(t.Class)).Select(t => Words.Of(t.Class)).ToList();
        return new()
        {
            Window = any.Window,
            Papers = same
                ? [string.Join("、", any.Materials)]
                : [.. open.Where(t => t.Terms.Materials.Count > 0).Select(t => $"{Words.Of(t.Class)}：{string.Join("、", t.Terms.Materials)}")],
            Limits = [.. Limits(any)],
            Free = any.FreeOfCharge,
            Excluded = excluded.Count == 0 ? "" : string.Join("、", excluded),
            Source = any.Source,
        };
    }

    // A figure that the product has not read in the full text is said to be the receiving window's.
    private static IEnumerable<string> Limits(RepairTerms terms)
    {
        if (terms.AcceptBy is { Days: { } accept } a) yield return $"收到申请后 {accept} 个工作日内决定是否受理{Confirm(a)}";
        if (terms.DecideBy is { Days: { } decide } d)
            yield return $"受理后 {decide} 个工作日内作出决定{(terms.ExtendDays is { } more ? $"，情况复杂的可以延长 {more} 个工作日" : "")}{Confirm(d)}";
        if (terms.SyncBy is { Days: { } sync } s) yield return $"准予修复后，其他系统在 {sync} 个工作日内一并停止公示；本栏当日停止公示{Confirm(s)}";
    }

    private static string Confirm(LegalTerm term) => term.ToBeConfirmed ? "（以受理网站公布的为准）" : "";
}
