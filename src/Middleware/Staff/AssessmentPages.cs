using System.Globalization;
using System.Text;
using CreditKit.Assessment;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>The assessor's figures, each with its definition and the records behind it.</summary>
internal static class AssessmentPages
{
    private const int Months = 12;

    private static readonly (AssessmentList List, string Text)[] s_lists =
    [
        (AssessmentList.Concealed, "瞒报：到期未公示且没有理由"), (AssessmentList.Late, "迟报：逾期公示或者逾期未公示"), (AssessmentList.Wrong, "错报：公示后更正，或者被平台退回"), (AssessmentList.Unpublished, "应公示而未公示"), (AssessmentList.Excluded, "依法不公示"),
        (AssessmentList.Unreported, "应报送而未被接收"), (AssessmentList.ReportedLate, "逾期报送"), (AssessmentList.Refused, "被平台退回"), (AssessmentList.Flawed, "公示中有提示的"), (AssessmentList.Incomplete, "必填项不完整"), (AssessmentList.Decided, "全部决定"),
    ];

    public static void Map(StaffMap map)
    {
        map.Get("/assessment", StaffNavigation.Readers, ShowAsync);
        map.Get("/assessment/records", StaffNavigation.Readers, RecordsAsync);
        map.Get("/assessment/statement.csv", StaffRole.Reviewer | StaffRole.Reporter | StaffRole.Auditor, StatementAsync);
        map.Get("/assessment/evidence.zip", StaffNavigation.Readers, EvidenceAsync);
    }

    private static Task ShowAsync(StaffCall call)
    {
        var scope = Scope(call);
        var assessor = call.Engine.Assessor;
        var figures = assessor.Of(scope);
        var year = scope with { From = new DateOnly(scope.To.Year, scope.To.Month, 1).AddMonths(1 - Months) };
        var series = assessor.Series(year);
        List<StaffBlock> blocks =
        [
            Filter(call, scope, assessor.Units(year)),
            new()
            {
                Heading = "主要指标",
                Counts = [Rate("公示率", figures.PublicationRate), Rate("优质数据占比", figures.QualityShare), Rate("数据范围覆盖率", figures.Coverage), Rate("及时率", figures.OnTimeRate)],
            },
            new() { Heading = "全部指标", Table = Table(figures) },
            new()
            {
                Heading = "需要处理的清单",
                Counts = [.. s_lists.Select(l => (l, Count: assessor.Count(scope, l.List))).Select(c => new StaffCount { Label = c.l.Text, Value = c.Count.ToString("N0", CultureInfo.InvariantCulture), Url = call.Url($"/assessment/records?list={c.l.List}&{Query(call, scope)}"), Tone = c.Count > 0 && c.l.List is AssessmentList.Concealed or AssessmentList.Late or AssessmentList.Wrong && c.Count > 0 ? "wrong" : "", Word = c.Count > 0 && c.l.List is AssessmentList.Concealed or AssessmentList.Late or AssessmentList.Wrong && c.Count > 0 ? "请处理" : "" })],
            },
            new() { Heading = "最近十二个月的及时率", Note = "时限在本台账启用以前的不计，显示为“—”。", Chart = Chart(series), Table = MonthTable(series) },
            new() { Heading = "文件", Links =
                [
                    new() { Text = "抽样证据包", Url = call.Url("/assessment/evidence.zip?" + Query(call, scope)) },
                    .. call.Person.Is(StaffRole.Reviewer | StaffRole.Reporter | StaffRole.Auditor) ? [new StaffLink { Text = "月报表（含零报送）", Url = call.Url("/assessment/statement.csv?" + Query(call, scope)) }] : Array.Empty<StaffLink>(),
                ], Note = "抽样记录的公示时间、报送回执、审核经过和内容摘要值，供实地评估核对；不含未脱敏的内容。" },
        ];
        return call.PageAsync(call.Page("评估", "/assessment", blocks, FormattableString.Invariant($"{scope.From:yyyy-MM} 作出的决定，按决定日期统计；存量数据不计。")));
    }

    private static Task RecordsAsync(StaffCall call)
    {
        var scope = Scope(call);
        if (!Enum.TryParse<AssessmentList>(call.Query("list"), out var list) || !Enum.IsDefined(list)) list = AssessmentList.Decided;
        var after = long.TryParse(call.Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var rows = call.Engine.Assessor.List(scope, list, after, call.PageSize + 1);
        var path = $"/assessment/records?list={list}&{Query(call, scope)}";
        var text = s_lists.FirstOrDefault(l => l.List == list).Text ?? "已公示";
        var page = new WorkPage([.. rows.Take(call.PageSize)], rows.Count > call.PageSize ? rows[call.PageSize - 1].RecordId.ToString(CultureInfo.InvariantCulture) : null);
        return call.PageAsync(call.Page(text, "/assessment", [new() { Table = RecordViews.Table(call, text, "没有这样的记录。", page, path, after == 0) }], FormattableString.Invariant($"{scope.From:yyyy-MM}"), RecordPages.Crumbs(call, "评估", "/assessment?" + Query(call, scope), text)));
    }

    private static Task EvidenceAsync(StaffCall call)
    {
        var scope = Scope(call);
        return call.FileAsync(EvidencePack.Make(call.Engine, scope), "application/zip", FormattableString.Invariant($"evidence-{scope.From:yyyy-MM}.zip"));
    }

    /// <summary>The statement that each unit hands in for a month, as the command line writes it.</summary>
    private static Task StatementAsync(StaffCall call)
    {
        var scope = Scope(call);
        var options = call.Options;
        var units = options.Authorities.Select(a => new Authority(a.Name, a.CreditCode)).Prepend(new Authority(options.Agency.Name, options.Agency.CreditCode));
        var rows = new MonthlyStatement(call.Engine.Ledger, new SqliteOutbox(call.Engine.Ledger.Database), call.Engine.Router, call.Engine.MayReport)
            .Make(scope.From, units.Where(u => u.Name.Length > 0)).Where(r => call.Person.Unit is null || r.CreditCode == call.Person.Unit || r.Unit == call.Person.Unit).ToList();
        var address = options.PublicBaseUrl is { } site ? site.AbsoluteUri.TrimEnd('/') + options.RoutePrefix : "";
        return call.FileAsync(Encoding.UTF8.GetBytes(MonthlyStatement.Csv(scope.From, rows, address)), "text/csv; charset=utf-8", FormattableString.Invariant($"statement-{scope.From:yyyy-MM}.csv"));
    }

    private static StaffBlock Filter(StaffCall call, AssessmentScope scope, IReadOnlyList<(string Unit, string Name)> units) => new()
    {
        Form = new()
        {
            Asks = true,
            Wide = true,
            Action = call.Url("/assessment"),
            Groups =
            [
                new()
                {
                    Fields =
                    [
                        StaffFields.Text("month", "月份", scope.From.ToString("yyyy-MM", CultureInfo.InvariantCulture), "例如 2026-07。", error: call.Query("month") is { Length: > 0 } asked && !AssessmentScope.TryMonth(asked, out _) ? $"“{asked}”不是月份，下面是本月。" : ""),
                        StaffFields.Select("kind", "类别", [("", "全部"), .. call.Options.Kinds.Select(k => (k.ToString(), StaffWords.Of(k)))], scope.Kind?.ToString() ?? ""),
                        .. call.Person.Unit is null ? [StaffFields.Select("unit", "单位", [("", "全部"), .. units], scope.Unit ?? "")] : Array.Empty<StaffField>(),
                    ],
                },
            ],
            Buttons = [new() { Text = "统计", Name = "find", Value = "1" }],
        },
    };

    private static StaffTable Table(AssessmentFigures f) => new()
    {
        Caption = "评估指标",
        Head = ["指标", "数值", "分子", "分母", "口径"],
        Rows =
        [
            Line("公示率", f.PublicationRate, f.Published, f.Decided - f.Excluded, "已在本单位网站公示 ÷（作出的决定 − 依法不公示）"),
            Line("及时率", f.OnTimeRate, f.OnTime, f.Measured, "自决定之日起规定的工作日内公示 ÷ 已公示和已逾期的；尚在时限内的不计"),
            Line("迟报率", f.LateRate, f.Measured - f.OnTime, f.Measured, "1 − 及时率"),
            Line("上报率", f.ReportRate, f.Reported, f.ToReport, "被平台接收 ÷ 应报送"),
            Line("上报及时率", f.ReportOnTimeRate, f.ReportedOnTime, f.ReportMeasured, "规定的工作日内被接收 ÷ 已接收和已逾期的"),
            Line("合规率（入库率）", f.AcceptanceRate, f.Reported, f.Submitted, "被平台接收 ÷ 已提交"),
            Line("完整率", f.CompletenessRate, f.Filled, f.Needed, "已填必填项 ÷ 必填项"),
            Line("优质数据占比", f.QualityShare, f.Quality, f.Published, "没有错误和提示的 ÷ 已公示"),
            Line("数据范围覆盖率", f.Coverage, f.ScopesPublished, f.Scopes, "有公示数据的单位事项 ÷ 有应公示决定的单位事项"),
            Line("异议率", f.ObjectionShare, f.Objections, f.Published, "收到的异议 ÷ 已公示"),
            Days("异议处理平均用时", f.ObjectionDays, f.Objections),
            Days("修复平均用时", f.RepairDays, f.Repairs),
        ],
    };

    private static StaffRow Line(string name, double? rate, long part, long whole, string definition) => new()
    {
        Cells = [new() { Text = name }, new() { Text = Percent(rate), Number = true }, Number(part), Number(whole), new() { Text = definition }],
    };

    private static StaffRow Days(string name, double? days, long count) => new()
    {
        Cells = [new() { Text = name }, new() { Text = days is { } mean ? mean.ToString("0.0", CultureInfo.InvariantCulture) + " 个工作日" : "—", Number = true }, Number(count), new() { Text = "" }, new() { Text = "自收到之日至决定之日；分子为收到的件数" }],
    };

    private static StaffCell Number(long value) => new() { Text = value.ToString("N0", CultureInfo.InvariantCulture), Number = true };

    private static StaffCount Rate(string label, double? rate) => new() { Label = label, Value = Percent(rate) };

    private static string Percent(double? rate) => rate is { } value ? (value * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "—";

    private static StaffTable MonthTable(IReadOnlyList<AssessmentMonth> series) => new()
    {
        Caption = "按月公示",
        Head = ["月份", "应公示", "已公示", "公示率", "及时率"],
        Rows = [.. series.Select(m => new StaffRow { Cells = [new() { Text = m.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture) }, Number(m.ToPublish), Number(m.Published), new() { Text = Percent(m.ToPublish == 0 ? null : (double)m.Published / m.ToPublish), Number = true }, new() { Text = Percent(m.Measured == 0 ? null : (double)m.OnTime / m.Measured), Number = true }] })],
    };

    private static StaffChart Chart(IReadOnlyList<AssessmentMonth> series)
    {
        const int step = 72, height = 160, top = 28;
        return new()
        {
            Title = "最近十二个月的及时率，数值见下表",
            Width = Text((series.Count * step) + 16),
            Height = Text(top + height + 28),
            Bars = [.. series.Select((m, i) =>
            {
                var rate = m.Measured == 0 ? 0 : (double)m.OnTime / m.Measured;
                var bar = (int)Math.Round(rate * height);
                return new StaffBar
                {
                    Label = m.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), Value = m.Measured == 0 ? "—" : (rate * 100).ToString("0", CultureInfo.InvariantCulture) + "%",
                    X = Text(16 + (i * step)), Y = Text(top + height - bar), Width = Text(step - 24), Height = Text(bar),
                    LabelX = Text(16 + (i * step) + ((step - 24) / 2)), LabelY = Text(top + height + 18), ValueY = Text(top + height - bar - 6),
                };
            })],
        };

        static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
    }

    private static AssessmentScope Scope(StaffCall call)
    {
        if (!AssessmentScope.TryMonth(call.Query("month"), out var month)) month = call.Today;
        RecordKind? kind = Enum.TryParse<RecordKind>(call.Query("kind"), out var named) && Enum.IsDefined(named) ? named : null;
        return AssessmentScope.Month(month, call.Person.Unit ?? (call.Query("unit") is { Length: > 0 } unit ? call.Engine.Assessor.FindUnit(unit) : null), kind);
    }

    private static string Query(StaffCall call, AssessmentScope scope) =>
        FormattableString.Invariant($"month={scope.From:yyyy-MM}&kind={scope.Kind?.ToString() ?? ""}&unit={Uri.EscapeDataString(call.Person.Unit is null ? scope.Unit ?? "" : "")}");
}
