using System.Globalization;
using CreditKit.Catalog;
using CreditKit.Records;

namespace CreditKit.Reporting;

/// <summary>Sheets that belong together: they arrive together or not at all.</summary>
internal sealed record SheetParcel
{
    private static readonly SheetColumn[] s_dataItem = [new("信息类别", "信息类别"), new("数据项代码", "数据项代码"), new("数据项名称", "数据项名称"), new("是否必填", "是否必填"), new("长度", "长度")];

    /// <summary>Idempotency key.</summary>
    public required string Key { get; init; }

    public required SheetKind Kind { get; init; }

    /// <summary>Edition or form that the columns are of.</summary>
    public required string Edition { get; init; }

    /// <summary>What the receiver may use it for.</summary>
    public required string Purpose { get; init; }

    /// <summary>Id of the entry; empty for a catalogue, which is whole and takes the place of the former one.</summary>
    public required string EntryId { get; init; }

    /// <summary>The sheets: catalogue and data items, or entry and persons.</summary>
    public required IReadOnlyList<ReportSheet> Sheets { get; init; }

    /// <summary>The catalogue under the heads of the platform's form.</summary>
    public static SheetParcel Of(CatalogueEnvelope catalogue) => new()
    {
        Key = "catalogue." + catalogue.Key,
        Kind = SheetKind.Catalogue,
        Edition = catalogue.Edition,
        Purpose = catalogue.Purpose,
        EntryId = "",
        Sheets =
        [
            new ReportSheet("事项目录", [.. CatalogSheet.Heads.Select(h => new SheetColumn(h, h))], [.. catalogue.Items.Select(CatalogSheet.Write)]),
            new ReportSheet("数据项", s_dataItem, [.. catalogue.DataItems.Select(d => new[]
            {
                RecordKindText.Of(d.Kind), d.Code, d.Name, d.Mandatory ? "是" : "否", d.Length > 0 ? d.Length.ToString(CultureInfo.InvariantCulture) : "",
            })]),
        ],
    };

    /// <summary>An entry with its persons.</summary>
    public static SheetParcel Of(ListEnvelope entry) => new()
    {
        Key = entry.Key,
        Kind = SheetKind.List,
        Edition = entry.Form,
        Purpose = entry.Purpose,
        EntryId = entry.EntryId,
        Sheets =
        [
            new ReportSheet("名单", [.. entry.Columns.Select(c => new SheetColumn(c.Code, c.Head, c.IsId))], [[.. entry.Cells]]),
            new ReportSheet("相关责任人", [.. entry.PersonColumns.Select(c => new SheetColumn(c.Code, c.Head, c.IsId))], [.. entry.Persons]),
        ],
    };

    /// <summary>The key only.</summary>
    public override string ToString() => Key;
}
