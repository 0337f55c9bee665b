using System.Globalization;
using CreditKit.Policy.Model;

namespace CreditKit.Policy.Engine;

/// <summary>Walks the data for every figure and rule, with the source and certainty it inherits.</summary>
internal static class FigureList
{
    public static IEnumerable<PolicyFigure> Of(IEnumerable<Edition> editions) => editions.SelectMany(Of);

    private static IEnumerable<PolicyFigure> Of(Edition edition)
    {
        var d = edition.Data;
        var figures = new Collector(d);
        foreach (var p in d.Publish ?? [])
        {
            figures.Add(p, "publish.days", p.Days, "workdays");
            figures.Add(p, "publish.reportDays", p.ReportDays, "workdays");
            if (p.ReportWithPublication == true) figures.Rule(p, "publish.reportWithPublication", "同步报送");
            if (p.ReportVia is { } via) figures.Rule(p, "publish.reportVia", $"报送渠道：{via}");
        }

        foreach (var rule in d.Period?.Rules ?? [])
        {
            figures.Add(rule, $"period.{rule.Id}.min", rule.Min, "months", d.Period);
            figures.Add(rule, $"period.{rule.Id}.max", rule.Max, "months", d.Period);
            if (rule.End != PeriodEnd.Term) figures.Rule(rule, $"period.{rule.Id}.end", rule.End switch { PeriodEnd.None => "没有截止日", PeriodEnd.Unstated => "未见规定，不设截止日", _ => "许可有效期届满" });
        }

        foreach (var e in d.Exclude ?? []) figures.Rule(e, $"exclude.{e.Code}", e.Text);
        foreach (var l in d.Lift ?? []) figures.Rule(l, $"lift.{string.Join('+', l.Codes)}", l.Text);
        if (d.Withdraw is { } w)
        {
            figures.Add(w, "withdraw.maxWorkdays", w.MaxWorkdays, "workdays");
            figures.Add(w, "withdraw.syncWorkdays", w.SyncWorkdays, "workdays");
            figures.Add(w, "withdraw.noticeMonths", w.NoticeMonths, "months");
        }

        if (d.Repair is { } r)
        {
            figures.Add(r, "repair.acceptDays", r.AcceptDays, "workdays");
            figures.Add(r, "repair.decideDays", r.DecideDays, "workdays");
            figures.Add(r, "repair.extendDays", r.ExtendDays, "workdays");
            figures.Add(r, "repair.syncDays", r.SyncDays, "workdays");
            figures.Add(r, "repair.repeatWithinMonths", r.RepeatWithinMonths, "months");
            figures.Add(r, "repair.falseBanMonths", r.FalseBanMonths, "months");
        }

        if (d.Objection is { } o)
        {
            figures.Add(o, "objection.markDays", o.MarkDays, "workdays");
            figures.Add(o, "objection.acceptDays", o.AcceptDays, "workdays");
            figures.Add(o, "objection.ownDays", o.OwnDays, "workdays");
            figures.Add(o, "objection.sourceDays", o.SourceDays, "workdays");
            figures.Add(o, "objection.extendDays", o.ExtendDays, "workdays");
            figures.Add(o, "objection.totalDays", o.TotalDays, "workdays");
        }

        foreach (var s in d.Severity ?? []) figures.Rule(s, $"severity.{s.Severity}", s.Text);
        foreach (var f in d.Figures ?? [])
            if (f.Value is not null) figures.Add(f, $"figures.{f.Name}", f.Value, f.Unit);
            else figures.Rule(f, $"figures.{f.Name}", f.Text ?? "");
        return figures.List;
    }

    private sealed class Collector(EditionData edition)
    {
        public List<PolicyFigure> List { get; } = [];

        public void Add(BlockData block, string name, Figure? figure, string unit, BlockData? outer = null)
        {
            if (figure is null) return;
            var value = figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "待填";
            List.Add(new PolicyFigure(
                edition.Id, name, value, unit,
                figure.Source ?? block.Source ?? outer?.Source ?? edition.Source,
                figure.Certainty ?? block.Certainty ?? outer?.Certainty ?? edition.Certainty!.Value));
        }

        public void Rule(BlockData block, string name, string text) =>
            List.Add(new PolicyFigure(edition.Id, name, text, "", block.Source ?? edition.Source, block.Certainty ?? edition.Certainty!.Value));
    }
}
