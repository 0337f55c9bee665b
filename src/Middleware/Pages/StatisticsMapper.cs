using System.Globalization;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>Statistics as a page and as CSV.</summary>
internal static class StatisticsMapper
{
    public const string Path = "/statistics";
    private const int ChartMonths = 12;
    private const int TableMonths = 36;
    private const int MostAuthorities = 200;

    public static StatisticsPage Map(PageContext context, string? authority)
    {
        var all = context.Query.Statistics();
        var cells = authority is null ? all : [.. all.Where(c => c.Authority == authority)];
        var kinds = context.Options.Kinds.ToArray();
        var overview = context.Query.Overview();
        var authorities = all.GroupBy(c => c.Authority).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostAuthorities).ToList();
        var frame = PlainPages.Column(context, Path, "数据统计", "正在公示的行政许可和行政处罚信息的数量，按月份、类型和机关", authority is not null);
        if (authority is not null) frame = frame with { TypeUrl = context.Urls.InOtherType(Path, Query(authority)) };
        return new()
        {
            Title = PlainPages.Title(context, "数据统计"),
            Frame = frame,
            Authority = authority ?? "",
            AllUrl = context.Urls.Page(Path),
            IsEmpty = cells.Count == 0,
            Figures = [new() { Label = "正在公示", Value = Words.Number(cells.Sum(c => c.Count)), Unit = "条" }, .. kinds.Select(k => new FigureModel { Label = Words.Of(k), Value = Words.Number(cells.Where(c => c.Kind == k).Sum(c => c.Count)), Unit = "条" })],
            Charts = [.. kinds.Where(k => cells.Any(c => c.Kind == k)).Select(k => Chart(context, k, cells))],
            Kinds = [.. kinds.Select(Words.Of), "合计"],
            Months = Months(context, kinds, cells, authority),
            Authorities = [.. authorities.Select(g => new CountModel { Label = g.Key, Url = context.Urls.Page(Path, Query(g.Key)), Values = Values(kinds, g) })],
            HasAuthorities = authority is null && authorities.Count > 1,
            CsvUrl = context.Urls.File("/data/statistics.csv"),
            JsonUrl = context.Urls.File("/api/v1/statistics"),
            UpdatedAt = overview.LastPublishedAt is { } at ? ShanghaiTime.Minute(at) : "",
        };
    }

    public static DataTable Table(IReadOnlyList<StatisticCell> cells) => new(["决定月份", "信息类型", "决定机关", "条数"],
        cells.Select(c => new[] { Month(c.Month), Words.Of(c.Kind), c.Authority, Words.Plain(c.Count) }));

    private static ChartModel Chart(PageContext context, RecordKind kind, IReadOnlyList<StatisticCell> cells)
    {
        var last = new DateOnly(context.Today.Year, context.Today.Month, 1);
        var bars = Enumerable.Range(0, ChartMonths).Select(i => last.AddMonths(i - ChartMonths + 1))
            .Select(month => (month, cells.Where(c => c.Kind == kind && c.Month == month).Sum(c => c.Count))).ToList();
        return BarChart.Draw(kind.ToString().ToLowerInvariant(), $"{Words.Of(kind)}：最近 {ChartMonths} 个月", bars);
    }

    private static List<CountModel> Months(PageContext context, RecordKind[] kinds, IReadOnlyList<StatisticCell> cells, string? authority)
    {
        var months = cells.Where(c => c.Month is not null).GroupBy(c => c.Month!.Value).OrderByDescending(g => g.Key).ToList();
        var rows = months.Take(TableMonths).Select(g => new CountModel
        {
            Label = Month(g.Key),
            Url = context.Urls.Page("/search", ListQuery.Write(new() { Authority = authority, DecidedFrom = g.Key, DecidedTo = g.Key.AddMonths(1).AddDays(-1) }, true)),
            Values = Values(kinds, g),
        }).ToList();
        if (months.Count > TableMonths) rows.Add(new() { Label = $"{Month(months[TableMonths - 1].Key)} 以前", Values = Values(kinds, months.Skip(TableMonths).SelectMany(g => g)) });
        if (cells.Any(c => c.Month is null)) rows.Add(new() { Label = Month(null), Values = Values(kinds, cells.Where(c => c.Month is null)) });
        return rows;
    }

    private static List<CellModel> Values(RecordKind[] kinds, IEnumerable<StatisticCell> cells)
    {
        var counted = cells.ToList();
        return [.. kinds.Select(k => new CellModel { Label = Words.Of(k), Value = Words.Number(counted.Where(c => c.Kind == k).Sum(c => c.Count)) }), new() { Label = "合计", Value = Words.Number(counted.Sum(c => c.Count)) }];
    }

    private static string Query(string authority) => ListQuery.Write(new() { Authority = authority }, false);

    private static string Month(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "未注明日期";
}
