using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>Everything public on one organisation.</summary>
internal static class SubjectMapper
{
    public static SubjectPage? Map(PageContext context, string code, ListQuery asked)
    {
        var filter = new PublicFilter { SubjectCode = code };
        var size = Math.Clamp(context.Options.PageSize, 5, 100);
        var page = context.Query.List(filter, asked.Cursor, size);
        var listed = ListPages.Of(context, code);
        if (page.Rows.Count == 0 && listed.Count == 0) return null;
        var licenses = context.Query.List(filter with { Kind = RecordKind.License }, null, 1).Total;
        var acts = context.Options.Acts.Count == 0 ? 0 : context.Query.List(filter with { Kind = RecordKind.Act }, null, 1).Total;
        var name = page.Rows.Count > 0 ? page.Rows[0].CounterpartName : listed[0].Name;
        var path = "/subjects/" + code;
        var frame = context.Frame(path, ListQuery.Write(new(), false, asked.Cursor, asked.Number), "/search", new LinkModel { Text = RowMapper.Shorten(name, 30) });
        return new()
        {
            Title = $"{name} - {context.Options.Look.ColumnName} - {context.Options.Agency.Name}",
            Frame = frame with
            {
                NoIndex = frame.NoIndex || page.Rows.Any(r => r.NaturalPerson),
                Metas = [.. frame.Metas, .. PageTags.Column(context.Options, "按主体查询", "一个法人或者其他组织正在公示的全部行政许可和行政处罚信息")],
            },
            Name = name,
            Code = code,
            ResultText = $"正在公示 {Words.Number(page.Total)} 条：行政许可 {Words.Number(licenses)} 条，行政处罚 {Words.Number(page.Total - licenses - acts)} 条{(acts > 0 ? $"，其他行政行为 {Words.Number(acts)} 条" : "")}。按决定日期从新到旧排列",
            Listed = listed,
            HasListed = listed.Count > 0,
            HasRows = page.Rows.Count > 0,
            Rows = [.. page.Rows.Select(r => RowMapper.Row(r, context.Urls, new(null)))],
            Pager = RowMapper.Pager(page, asked.Number, size, (cursor, number) => context.Urls.Page(path, ListQuery.Write(new(), false, cursor, number))),
        };
    }
}
