using System.Buffers;
using System.Globalization;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The front page.</summary>
internal static class FrontMapper
{
    private const int Newest = 8;

    public static FrontPage Map(PageContext context)
    {
        var overview = context.Query.Overview();
        var licenses = context.Query.List(new() { Kind = RecordKind.License }, null, Newest);
        var penalties = context.Query.List(new() { Kind = RecordKind.Penalty }, null, Newest);
        var examples = Examples(context, licenses.Rows, penalties.Rows);
        var urls = context.Urls;
        var feeds = FeedLinks.All(context);
        return new()
        {
            Title = $"{context.Options.Look.ColumnName} - {context.Options.Agency.Name}",
            Frame = context.Frame("", "", "") with { ShowsSearch = false, Alternates = feeds },
            Examples = examples,
            HasExamples = examples.Count > 0,
            Figures = Figures(overview, context.Options.Acts.Count > 0),
            UpdatedAt = overview.LastPublishedAt is { } at ? ShanghaiTime.Minute(at) : "",
            Panels = [Panel(RecordKind.License, overview.Licenses, licenses, urls.Licenses), Panel(RecordKind.Penalty, overview.Penalties, penalties, urls.Penalties), .. Acts()],
            Entries =
            [
                new() { Title = "异议申请", Text = "认为信息有错误、遗漏或超期公示", Url = urls.Remedy },
                new() { Title = "信用修复", Text = "怎样申请提前停止公示", Url = urls.Remedy + "#repair" },
                new() { Title = "数据下载", Text = feeds.Count > 0 ? "表格、订阅和接口" : "表格和接口", Url = urls.Data },
                new() { Title = "撤下公告", Text = "已撤下的信息和理由", Url = urls.Withdrawn },
                .. Lists(context),
            ],
        };

        IEnumerable<PanelModel> Acts() => context.Options.Acts.Count == 0 ? []
            : [Panel(RecordKind.Act, overview.Acts, context.Query.List(new() { Kind = RecordKind.Act }, null, Newest), urls.Acts)];

        PanelModel Panel(RecordKind kind, long count, PublicPage page, string url) => new()
        {
            Heading = Words.Of(kind),
            Count = $"共 {Words.Number(count)} 条",
            Url = url,
            Rows = [.. page.Rows.Select(r => RowMapper.Row(r, urls, new(null)))],
            IsEmpty = page.Rows.Count == 0,
            EmptyText = ListMapper.NothingYet(context.Options, Words.Of(kind)),
        };
    }

    // A column without such lists does not lead to an empty page.
    private static IEnumerable<EntryModel> Lists(PageContext context)
    {
        if (context.Extras.ListsOn(context.Today).Count > 0) yield return new() { Title = "严重失信主体名单", Text = "依据、事由、移出和救济", Url = context.Urls.Page(ListPages.ListsPath) };
        if (context.Extras.CommitmentsOn(context.Today).Count > 0 || context.Extras.RepairCommitments.Count > 0) yield return new() { Title = "信用承诺", Text = "市场主体公开作出的承诺", Url = context.Urls.Page(ListPages.CommitmentsPath) };
    }

    internal static List<FigureModel> Figures(PublicOverview overview, bool acts)
    {
        var figures = new List<FigureModel>
        {
            new() { Label = "正在公示", Value = Words.Number(overview.Licenses + overview.Penalties + overview.Acts), Unit = "条" },
            new() { Label = "行政许可", Value = Words.Number(overview.Licenses), Unit = "条" },
            new() { Label = "行政处罚", Value = Words.Number(overview.Penalties), Unit = "条" },
            new() { Label = "本月新增", Value = Words.Number(overview.AddedThisMonth), Unit = "条" },
        };
        if (acts) figures.Insert(3, new() { Label = "其他行政行为", Value = Words.Number(overview.Acts), Unit = "条" });
        // Rounded down: 99.96 % is not "all in time".
        if (overview.OnTimeShare is { } share)
            figures.Add(new() { Label = "按时公示率", Value = (Math.Floor(share * 1000) / 10).ToString("0.#", CultureInfo.InvariantCulture), Unit = "%" });
        return figures;
    }

    /// <summary>A document number, the start of a name, and a category, from the newest rows; each is tried first.</summary>
    private static List<LinkModel> Examples(PageContext context, IReadOnlyList<PublicRow> licenses, IReadOnlyList<PublicRow> penalties)
    {
        var rows = licenses.Concat(penalties).Where(r => !r.NaturalPerson).ToList();
        string?[] candidates =
        [
            rows.Select(r => r.CounterpartName).FirstOrDefault(n => n.Length is >= 4 and <= 30),
            rows.AsEnumerable().Reverse().Select(r => r.DocumentNumber).FirstOrDefault(n => n.Length is >= 4 and <= 30),
            penalties.Concat(licenses).Where(r => !r.NaturalPerson).Select(r => r.Category.Split('、')[0]).FirstOrDefault(c => c.Length >= 2),
        ];
        return
        [
            .. candidates.OfType<string>().Where(c => !c.Contains('*', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
                .Where(c => context.Query.List(new() { Text = c }, null, 1).Rows.Count > 0)
                .Select(c => new LinkModel { Text = c, Url = context.Urls.Page("/search", ListQuery.Write(new() { Text = c }, true)) }),
        ];
    }
}
