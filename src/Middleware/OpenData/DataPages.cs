using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The page of downloads, with the data dictionary.</summary>
internal static class DataPages
{
    public static DataPage Map(PageContext context)
    {
        var urls = context.Urls;
        var feeds = FeedLinks.All(context);
        return new()
        {
            Title = PlainPages.Title(context, "数据下载"),
            Frame = PlainPages.Column(context, "/data", "数据下载", "正在公示的行政许可和行政处罚信息的文件、订阅和接口", false),
            Downloads =
            [
                File(RecordKind.License, "licenses.csv", "CSV"), File(RecordKind.Penalty, "penalties.csv", "CSV"),
                File(RecordKind.License, "licenses.jsonl", "JSON Lines"), File(RecordKind.Penalty, "penalties.jsonl", "JSON Lines"),
            ],
            Feeds = [.. feeds.Select(f => new EntryModel { Title = f.Title, Text = "最新 50 条", Url = f.Url })],
            HasFeeds = feeds.Count > 0,
            Interface =
            [
                new() { Title = "查询接口", Text = "列表和查询，JSON", Url = urls.File("/api/v1/records") },
                new() { Title = "接口说明", Text = "OpenAPI 文档", Url = urls.File("/api/v1/openapi.json") },
            ],
            Columns = [.. RecordColumns.All.Select(c => new RuleModel { Title = c.Heading, Number = c.Name, Text = c.Meaning })],
        };

        EntryModel File(RecordKind kind, string name, string format) => new()
        {
            Title = $"{Words.Of(kind)}（{format}）",
            Text = format == "CSV" ? "可以用表格软件打开" : "每行一条，供程序读取",
            Url = urls.File("/data/" + name),
        };
    }
}
