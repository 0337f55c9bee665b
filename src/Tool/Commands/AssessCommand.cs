using System.CommandLine;
using System.Globalization;
using CreditKit.Assessment;
using CreditKit.Calendar;
using CreditKit.Records;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit assess [--month yyyy-MM]</c>: the assessor's figures, the same as on the staff side.</summary>
internal static class AssessCommand
{
    public static Command Create(TimeProvider time)
    {
        var month = new Option<string?>("--month") { Description = "作出决定的月份，写作 yyyy-MM；不写为本月", HelpName = "月份" };
        var unit = new Option<string?>("--unit") { Description = "只统计这个单位（统一社会信用代码或者名称）", HelpName = "单位" };
        var kind = new Option<RecordKind?>("--kind") { Description = "只统计这一类：License、Penalty 或者 Act（其他行政行为）；不写为行政许可和行政处罚", HelpName = "类别" }.NamesOnly();
        var list = new Option<AssessmentList?>("--list") { Description = "另列出一项指标背后的记录，例如 Concealed（瞒报）、Late（迟报）、Wrong（错报）", HelpName = "清单" }.NamesOnly();
        var command = new Command("assess", "评估指标：公示率、及时率、合规率、优质数据占比、数据范围覆盖率等") { month, unit, kind, list };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            var day = ChinaTime.DateOf(time.GetUtcNow());
            if (parsed.GetValue(month) is { } text && !AssessmentScope.TryMonth(text, out day))
            {
                context.Error.WriteLine($"用法有误：--month 的值“{text}”不是 2000-01 至 2999-12 之间的月份，写作 yyyy-MM，例如 2026-07。");
                return ExitCodes.Usage;
            }

            using var engine = context.OpenExisting();
            var assessor = engine.Assessor;
            string? of = null;
            if (parsed.GetValue(unit) is { } asked && (of = UnitOf(engine, asked)) is null)
            {
                context.Error.WriteLine($"用法有误：--unit 的值“{asked}”不是本台账的单位。有决定的单位：{Units(assessor)}。");
                return ExitCodes.Usage;
            }

            var scope = AssessmentScope.Month(day, of, parsed.GetValue(kind));
            var figures = assessor.Of(scope);
            var records = parsed.GetValue(list) is { } wanted ? assessor.List(scope, wanted, 0, int.MaxValue) : [];
            if (context.Json) Json.Print(context.Output, Answer(scope, figures, records));
            else Print(context.Output, scope, figures, records);
            return ExitCodes.Done;
        });
        return command;
    }

    // A unit of the settings counts also before its first decision.
    private static string? UnitOf(CreditKitEngine engine, string asked) => engine.Assessor.FindUnit(asked)
        ?? engine.Options.Staff.Units.Select(u => (u.Name, u.CreditCode)).Append((engine.Options.Agency.Name, engine.Options.Agency.CreditCode)).Concat(engine.Options.Authorities.Select(a => (a.Name, CreditCode: a.CreditCode ?? "")))
            .Where(u => asked.Length > 0 && (u.Name == asked || u.CreditCode == asked)).Select(u => u.CreditCode.Length > 0 ? u.CreditCode : u.Name).FirstOrDefault();

    private static string Units(Assessor assessor) =>
        assessor.Units(new AssessmentScope(DateOnly.MinValue, DateOnly.MaxValue)) is { Count: > 0 } units ? string.Join("、", units.Take(20).Select(u => u.Unit == u.Name ? u.Name : $"{u.Name}（{u.Unit}）")) : "还没有";

    private static object Answer(AssessmentScope scope, AssessmentFigures f, IReadOnlyList<WorkRow> records) => new
    {
        Month = scope.From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        f.PublicationRate, f.OnTimeRate, f.LateRate, f.QualityShare, f.Coverage, f.ReportRate, f.ReportOnTimeRate, f.AcceptanceRate, f.CompletenessRate,
        f.Decided, f.Excluded, f.Published, f.Concealed, f.Late, f.Wrong, f.ToReport, f.Reported, f.Objections, f.ObjectionDays, f.Repairs, f.RepairDays,
        Records = records.Select(r => new { Id = r.PublicId, r.Kind, DecisionDate = r.Decided, PublishBy = r.PublishBy, Published = r.Published }),
    };

    private static void Print(TextWriter output, AssessmentScope scope, AssessmentFigures f, IReadOnlyList<WorkRow> records)
    {
        output.WriteLine($"{scope.From:yyyy-MM} 作出的决定 {f.Decided:N0} 条，依法不公示 {f.Excluded:N0} 条，已公示 {f.Published:N0} 条；瞒报 {f.Concealed:N0}，迟报 {f.Late:N0}，错报 {f.Wrong:N0}。");
        foreach (var (name, rate) in new[] { ("公示率", f.PublicationRate), ("及时率", f.OnTimeRate), ("上报率", f.ReportRate), ("上报及时率", f.ReportOnTimeRate), ("合规率", f.AcceptanceRate), ("完整率", f.CompletenessRate), ("优质数据占比", f.QualityShare), ("数据范围覆盖率", f.Coverage) })
            output.WriteLine($"{name}：{(rate is { } value ? (value * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "—")}");
        foreach (var r in records) output.WriteLine($"{r.PublicId}　决定 {r.Decided:yyyy-MM-dd}　时限 {r.PublishBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "不计"}　公示 {r.Published:yyyy-MM-dd}");
    }
}
