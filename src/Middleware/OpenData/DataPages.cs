using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The page of downloads, and the manifest of the files.</summary>
internal static class DataPages
{
    private static readonly (string Extension, string Format, string Text)[] Formats =
    [
        ("xlsx", "XLSX", "可以用表格软件打开"), ("csv", "CSV", "可以用表格软件打开，UTF-8"), ("jsonl", "JSON Lines", "每行一条，供程序读取"),
    ];

    public static DataPage Map(PageContext context)
    {
        var urls = context.Urls;
        var feeds = FeedLinks.All(context);
        return new()
        {
            Title = PlainPages.Title(context, "数据下载"),
            Frame = PlainPages.Column(context, "/data", "数据下载", $"正在公示的行政许可和行政处罚信息的{(feeds.Count > 0 ? "文件、订阅和接口" : "文件和接口")}", false),
            Downloads =
            [
                .. from kind in context.Options.Kinds
                   from format in Formats
                   select new EntryModel { Title = $"{Words.Of(kind)}（{format.Format}）", Text = format.Text, Url = urls.File($"/data{ListMapper.PathOf(kind)}.{format.Extension}") },
            ],
            Bulk =
            [
                new() { Title = "全量（ZIP）", Text = "全部数据项的 CSV 和 JSON Lines、数据字典，附清单和 SHA-256 校验值", Url = urls.File("/data/full.zip") },
                new() { Title = "增量（JSON）", Text = "自某一时刻以来的新增、变动，以及已撤下、期满的编号", Url = urls.File("/api/v1/changes") },
                new() { Title = "文件清单（JSON）", Text = "各个文件的地址和条数，供程序读取", Url = urls.File("/data/manifest.json") },
            ],
            Feeds = [.. feeds.Select(f => new EntryModel { Title = f.Title, Text = "最新 50 条", Url = f.Url })],
            HasFeeds = feeds.Count > 0,
            Interface =
            [
                new() { Title = "查询接口", Text = "列表和查询，JSON", Url = urls.File("/api/v1/records") },
                new() { Title = "接口说明", Text = "OpenAPI 3.1 文档", Url = urls.File("/api/v1/openapi.json") },
                new() { Title = "大屏显示", Text = "供政务服务大厅的屏幕使用，自动轮播", Url = urls.Page("/screen") },
            ],
            HasEmbeds = context.Options.PublicBaseUrl is not null,
            Embeds = context.Options.PublicBaseUrl is { } site ? [.. context.Options.Kinds.Select(k => Embed(context, site, k))] : [],
            RobotsLine = context.Options.PublicBaseUrl is { } at ? "Sitemap: " + urls.Absolute(at, "/sitemap.xml") : "",
        };
    }

    public static ApiManifest Manifest(PageContext context)
    {
        var overview = context.Query.Overview();
        return new(context.Options.Agency.Name, overview.LastPublishedAt?.ToOffset(ShanghaiTime.Offset), context.Query.Changes(null, 1).Token,
        [
            new(context.Urls.File("/data/full.zip"), "zip", "全量", RowsOf(new())),
            .. from kind in context.Options.Kinds
               let rows = RowsOf(new() { Kind = kind })
               from format in Formats
               select new ApiFile(context.Urls.File($"/data{ListMapper.PathOf(kind)}.{format.Extension}"), format.Extension, Words.Of(kind), rows),
        ]);

        // What lists show less what no file holds; only a store that does not count these makes one read the rows.
        long RowsOf(PublicFilter filter) => context.Query.List(filter, null, 1) is { NaturalPersons: { } persons } page ? page.Total - persons : PublicRows.Of(context.Query, filter).LongCount();
    }

    // A frame of fixed height: without script nobody can tell the other site how high the list is.
    private static LinkModel Embed(PageContext context, Uri site, RecordKind kind) => new()
    {
        Text = Words.Of(kind),
        Note = kind.ToString().ToLowerInvariant(),
        Url = $"<iframe src=\"{context.Urls.Absolute(site, "/embed" + ListMapper.PathOf(kind))}\" title=\"{context.Options.Agency.Name}{Words.Of(kind)}公示\" width=\"100%\" height=\"560\" loading=\"lazy\"></iframe>",
    };
}
