using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>A list of one kind, or a search over both.</summary>
internal static class ListMapper
{
    public static ListPage Map(PageContext context, RecordKind? kind, ListQuery asked)
    {
        var filter = asked.Filter;
        var path = PathOf(kind);
        var size = Math.Clamp(context.Options.PageSize, 5, 100);
        var page = context.Query.List(filter, asked.Cursor, size);
        var facets = context.Query.Facets(filter);
        var name = kind is { } k ? Words.Of(k) : filter.Text is null ? "全部信息" : "查询结果";
        var description = kind is { } of ? $"{context.Options.Agency.Name}作出的{Words.Of(of)}决定，自作出决定之日起{context.Options.DeadlineText}内公示。" : "";
        var chips = FilterMapper.Chips(context, filter, kind, path);
        var bare = ListQuery.Write(filter, kind is null);
        var marker = new HitMarker(filter.Text);
        var filtered = chips.Count > 0;
        var inFiles = page.Rows.Count > 0 && filter.CounterpartKind != CounterpartKind.NaturalPerson && (page.NaturalPersons is not { } persons || persons < page.Total);
        return new()
        {
            Title = $"{(filter.Text is { } words ? $"“{words}”的" : "")}{name} - {context.Options.Look.ColumnName} - {context.Options.Agency.Name}",
            Frame = Frame(),
            Heading = filter.Text is { } text && kind is null ? $"查询“{text}”" : name,
            Description = description,
            ResultText = Result(page),
            Chips = chips,
            HasChips = filtered,
            Filter = FilterMapper.Map(context, filter, facets, kind, path),
            Rows = [.. page.Rows.Select(r => RowMapper.Row(r, context.Urls, marker))],
            IsEmpty = page.Rows.Count == 0,
            EmptyText = filtered ? "没有找到符合条件的信息。可能是公示期已满、不在公示范围，或者条件过多；请减少条件、缩短关键词再试。" : NothingYet(context.Options, name),
            SummaryLabel = kind switch { RecordKind.License => "许可内容", RecordKind.Penalty => "处罚事由", RecordKind.Act => "决定内容", _ => "内容或事由" },
            ShowKind = kind is null,
            Pager = RowMapper.Pager(page, asked.Number, size, (cursor, number) => context.Urls.Page(path, ListQuery.Write(filter, kind is null, cursor, number))),
            HasDownloads = inFiles,
            DownloadNote = NotInFiles(page, inFiles),
            CsvUrl = context.Urls.File(DownloadOf(kind) + ".csv", bare),
            XlsxUrl = context.Urls.File(DownloadOf(kind) + ".xlsx", bare),
            FullUrl = context.Urls.File(DownloadOf(kind) + ".xlsx", bare.Length == 0 ? "fields=all" : bare + "&fields=all"),
            JsonLinesUrl = context.Urls.File(DownloadOf(kind) + ".jsonl", bare),
        };

        FrameModel Frame()
        {
            var query = ListQuery.Write(filter, kind is null, asked.Cursor, asked.Number);
            var frame = context.Frame(path, query, path, new LinkModel { Text = name });
            return frame with
            {
                SearchText = filter.Text ?? "",
                // One list is enough for a search engine; its filters and searches are endless.
                NoIndex = frame.NoIndex || filtered || kind is null,
                Metas = [.. frame.Metas, .. PageTags.Column(context.Options, name, description.Length == 0 ? "行政许可和行政处罚信息查询" : description)],
                Alternates = kind is { } feed ? FeedLinks.Of(context, feed) : [],
            };
        }
    }

    /// <summary>Conditions that cannot be read: what is wrong, the form with everything that was written, and no list.</summary>
    public static ListPage Wrong(PageContext context, RecordKind? kind, ListQuery asked)
    {
        var (filter, path) = (asked.Filter, PathOf(kind));
        var name = kind is { } k ? Words.Of(k) : "查询";
        var bare = context.Urls.Page(path, ListQuery.Write(filter with { DecidedTo = filter.DecidedTo < filter.DecidedFrom ? null : filter.DecidedTo }, kind is null));
        return new()
        {
            Title = $"查询条件有误 - {context.Options.Look.ColumnName} - {context.Options.Agency.Name}",
            Frame = context.Frame(path, "", path, new LinkModel { Text = name }) with { SearchText = filter.Text ?? "", NoIndex = true },
            Heading = name,
            HasErrors = true,
            Errors = [.. asked.Faults.Select(f => new LinkModel { Text = f.Value.Length == 0 ? f.Text : $"“{RowMapper.Shorten(f.Value, 40)}”：{f.Text}", Url = f.Name == "c" ? bare : "#f-" + f.Name })],
            Filter = FilterMapper.Map(context, filter, context.Query.IsReady ? context.Query.Facets(new PublicFilter { Kind = filter.Kind }) with { Derived = null } : new PublicFacets([], [], []), kind, path, asked.Faults),
            Pager = new(),
        };
    }

    public static string PathOf(RecordKind? kind) => kind switch { RecordKind.License => "/licenses", RecordKind.Penalty => "/penalties", RecordKind.Act => "/acts", _ => "/search" };

    public static string NothingYet(ShuangGongShiOptions options, string name) =>
        $"本栏目公示{options.Agency.Name}依法作出的{(name is "行政许可" or "行政处罚" or "其他行政行为" ? name : "行政许可和行政处罚")}决定，一般在作出决定后的{options.DeadlineText}内发布。目前没有正在公示的信息。";

    private static string DownloadOf(RecordKind? kind) => kind switch { RecordKind.License => "/data/licenses", RecordKind.Penalty => "/data/penalties", RecordKind.Act => "/data/acts", _ => "/data/records" };

    // Files leave out natural persons' records: a list and its file then differ by a number that somebody will count.
    private static string NotInFiles(PublicPage page, bool inFiles) =>
        page.Rows.Count == 0 || page.NaturalPersons == 0 ? ""
        : !inFiles ? "以上为自然人的信息，只在页面上公示，不提供下载。"
        : page.NaturalPersons is { } persons ? $"（不含自然人的信息 {Words.Number(persons)} 条）"
        : "（不含自然人的信息）";

    private static string Result(PublicPage page) =>
        page.Rows.Count == 0 ? "共 0 条"
        : page.TotalIsBound ? $"超过 {Words.Number(page.Total)} 条，按决定日期从新到旧排列"
        : $"共 {Words.Number(page.Total)} 条，按决定日期从新到旧排列";
}
