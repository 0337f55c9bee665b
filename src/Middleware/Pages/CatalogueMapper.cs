using System.Globalization;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The catalogue page: items and data items (424号（四）: 目录及其数据项在门户网站公开).</summary>
internal static class CatalogueMapper
{
    public const string Path = "/catalogue";

    public static CataloguePage Map(PageContext context)
    {
        var catalogue = context.Query.Catalogue();
        var items = catalogue?.Items ?? [];
        var edition = StandardEditions.Default.Current;
        return new()
        {
            Title = PlainPages.Title(context, "事项目录"),
            Frame = PlainPages.Column(context, Path, "事项目录", "行政许可、行政处罚事项目录和数据项", false),
            Day = catalogue?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            IsEmpty = items.Count == 0,
            Groups = [.. items.GroupBy(i => i.KindText).Select(g => new CatalogueGroupModel { Title = g.Key, Count = Number(g.Count()), Rows = [.. g.Select(Row)] })],
            DataItems = [.. context.Options.Kinds.Select(kind => DataItems(edition, kind))],
            Standard = edition.Title,
            Interface = context.Urls.File("/api/v1/catalogue"),
        };
    }

    private static CatalogueRowModel Row(PublicItem item) => new()
    {
        Code = item.Code,
        Name = item.Name,
        Text = string.Join("；", Parts(item)),
        Provider = item.ProviderKind == "行政机关" ? item.Provider : $"{item.Provider}（{item.ProviderKind}）",
        Basis = item.LegalBasis ?? "",
        Attributes = $"{item.Openness}，{item.Sharing}",
        Period = item.Period ?? "",
    };

    private static IEnumerable<string> Parts(PublicItem item)
    {
        if (item.Act is { } act) yield return act;
        if (item.ByCommitment) yield return "实行告知承诺";
        if (item.ResponsibleUnit is { } unit) yield return "责任科室：" + unit;
        if (item.Predecessor is { } former) yield return $"自 {item.From:yyyy-MM-dd} 起由{former}移交";
    }

    private static CatalogueGroupModel DataItems(StandardEdition edition, RecordKind kind)
    {
        var columns = edition.Columns(kind);
        return new()
        {
            Title = Words.Of(kind),
            Count = Number(columns.Count),
            Rows = [.. columns.Select(c => new CatalogueRowModel
            {
                Code = c.Code,
                Name = c.Head,
                Text = c.Note,
                Provider = c.Need switch { ColumnNeed.Mandatory => "必填", ColumnNeed.Conditional => "视情况必填", _ => "选填" },
            })],
        };
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
