using System.Globalization;
using System.Text;
using CreditKit.Calendar;
using CreditKit.Records;

namespace CreditKit.Policy.Engine;

/// <summary>Puts a decision into words: which rule, which edition, which date, and why shown, hidden, reported or held back.</summary>
internal sealed class Explainer(PolicyBook book)
{
    public DisclosureExplanation Explain(CreditRecord record, RecordStanding standing, IReadOnlyList<Destination> channels, DateTimeOffset now, DateOnly? since)
    {
        var own = book.Decide(record, standing, Destination.OwnSite);
        var reports = channels.Select(c => book.Decide(record, standing, c)).ToList();
        var reasons = new List<ExplainedReason>();
        var hidden = WhyHidden(own, standing, now);
        reasons.AddRange(own.Reasons.Where(r => !r.Blocks).Select(r => Of(own, r)));
        reasons.InsertRange(0, hidden.Select(r => Of(own, r)));
        foreach (var report in reports) reasons.AddRange(WhyHeldBack(report, standing, now).Concat(report.Reasons.Where(r => !r.Blocks)).Select(r => Of(report, r)));
        return new DisclosureExplanation
        {
            Visible = own.IsVisibleAt(now, standing),
            From = own.From,
            Until = own.Until,
            LastDay = own.LastDay,
            Edition = own.Edition,
            Rule = own.Rule,
            Source = own.Source,
            Due = own.PublishBy,
            DueBeforeLedger = Stock.Has(own.PublishBy, since),
            DueUncertain = own.DeadlineUncertain,
            RepairableFrom = own.RepairableFrom,
            Reportable = reports.Any(r => r.IsReportableAt(now, standing)),
            Reasons = reasons,
            Text = Paragraph(record, standing, own, reports, hidden, now, since),
        };
    }

    /// <summary>Why a record does not show at a moment; empty when it shows, or when nothing explains it.</summary>
    public List<DecisionReason> WhyHidden(DisclosureDecision own, RecordStanding standing, DateTimeOffset now)
    {
        if (own.IsVisibleAt(now, standing)) return [];
        var reasons = own.Reasons.Where(r => r.Blocks).ToList();
        if (own.From is null) return reasons;
        if (standing.Released && standing.PublishedAt is null) reasons.Add(book.Reasons.Blocking("not-published-yet"));
        else if (standing.PublishedAt > now) reasons.Add(book.Reasons.Blocking("not-published-yet"));
        AddPeriod(own, now, reasons);
        return reasons;
    }

    private List<DecisionReason> WhyHeldBack(DisclosureDecision report, RecordStanding standing, DateTimeOffset now)
    {
        if (report.IsReportableAt(now, standing)) return [];
        var reasons = report.Reasons.Where(r => r.Blocks).ToList();
        if (report.From is not null) AddPeriod(report, now, reasons);
        return reasons;
    }

    private void AddPeriod(DisclosureDecision decision, DateTimeOffset now, List<DecisionReason> reasons)
    {
        var today = ChinaTime.DateOf(now);
        if (today < decision.From) reasons.Add(book.Reasons.Blocking("period-not-begun") with { Source = decision.Source });
        if (today >= decision.Until)
            reasons.Add(book.Reasons.Blocking("period-ended") with { Text = $"公示期已于 {Text(decision.LastDay!.Value)} 届满。", Edition = decision.Edition, Source = decision.Source });
    }

    private string Paragraph(
        CreditRecord record, RecordStanding standing, DisclosureDecision own, List<DisclosureDecision> reports, List<DecisionReason> hidden, DateTimeOffset now, DateOnly? since)
    {
        var text = new StringBuilder();
        var penalty = record is AdministrativePenalty;
        text.Append(penalty ? "本条行政处罚" : "本条行政许可");
        if (!string.IsNullOrWhiteSpace(record.DocumentNumber)) text.Append(CultureInfo.InvariantCulture, $"（{record.DocumentNumber}）");
        text.Append(record.DecisionDate is { } decided ? $"于 {Text(decided)} 作出决定" : "没有决定日期");
        if (own.AppliedSeverity is { } severity)
            text.Append(own.SeverityAssumed ? $"，没有写明严重程度，按{SeverityText(severity)}计算" : $"，严重程度为{SeverityText(severity)}");
        text.Append('。');
        if (own.From is { } from)
        {
            text.Append(own.LastDay is { } last
                ? $"在本公示栏的公示期自 {Text(from)} 起至 {Text(last)} 止，次日零时起不再显示"
                : $"在本公示栏自 {Text(from)} 起公示，没有截止日");
            text.Append($"，依据{Basis(own)}（规则 {own.Rule}，{own.Source}）。");
        }

        if (own.PublishBy is { } due) text.Append($"应在 {Text(due)} 前（含当日）公示{(own.DeadlineUncertain ? "（当年节假日安排尚未收录，不能确定）" : "")}{(Stock.Has(own.PublishBy, since) ? $"；这一日早于台账收到第一条记录的 {Text(since!.Value)}，属{Stock.Text}" : "")}。");
        if (own.RepairableFrom is { } repair) text.Append($"自 {Text(repair)} 起可以申请信用修复。");
        text.Append($"{Text(ChinaTime.DateOf(now))}{(hidden.Count == 0 && own.IsVisibleAt(now, standing) ? "正在公示" : "不公示")}");
        Join(text, hidden);
        var notes = own.Reasons.Where(r => !r.Blocks).ToList();
        if (notes.Count > 0) text.Append("说明：").AppendJoin("", notes.Select(Cite));
        if (penalty && record.PerformedDate is null && ChinaTime.DateOf(now) >= own.Until) text.Append(Cite(book.Reasons.Noted("unperformed-at-maximum")));
        foreach (var report in reports)
        {
            text.Append($"向“{report.Destination.Name}”：");
            var held = WhyHeldBack(report, standing, now);
            if (held.Count == 0 && report.MarkedNotPublic) text.Append("报送，标注不公示");
            else text.Append(held.Count == 0 ? "应当报送" : "不报送");
            if (held.Count == 0 && report.ReportBy is { } by) text.Append($"，应在 {Text(by)} 前（含当日）");
            Join(text, held);
        }

        return text.ToString();
    }

    private string Basis(DisclosureDecision own) => own.Edition == "record" ? "本条记录所载依据" : book.TitleOf(own.Edition);

    private static void Join(StringBuilder text, List<DecisionReason> reasons)
    {
        if (reasons.Count > 0) text.Append("，因为：").AppendJoin("", reasons.Select(Cite));
        else text.Append('。');
    }

    private static string Cite(DecisionReason reason) => $"{reason.Text.TrimEnd('。')}（{reason.Source}）。";

    private static ExplainedReason Of(DisclosureDecision d, DecisionReason r) => new(d.Destination.Name, r.Code, r.Text, r.Edition, r.Source, r.Blocks);

    private static string SeverityText(Severity severity) => severity switch
    {
        Severity.Slight => "轻微",
        Severity.Serious => "严重",
        Severity.SpecificSerious => "特定严重",
        _ => "一般",
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
