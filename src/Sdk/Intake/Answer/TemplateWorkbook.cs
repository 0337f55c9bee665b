using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Standards.Workbooks;

namespace CreditKit.Intake.Answer;

/// <summary>The national Excel templates, one per kind and subject: heads in order, drop-down lists, filling notes, code lists.</summary>
public static class TemplateWorkbook
{
    private const int Rows = 5_000;

    /// <summary>The usual file name, e.g. <c>行政许可-法人及非法人组织.xlsx</c>.</summary>
    public static string FileName(RecordKind kind, ColumnSubject subject) =>
        $"{RecordKindText.Of(kind)}-{subject switch { ColumnSubject.Organization => "法人及非法人组织", ColumnSubject.Natural => "自然人", _ => "通用" }}.xlsx";

    /// <summary>Writes a template.</summary>
    /// <param name="target">Where to; left open.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="kind">What the rows are.</param>
    /// <param name="subject">法人 or 自然人; <see cref="ColumnSubject.All"/> for the form that holds everybody.</param>
    /// <param name="extensions">Adds the product's extension columns behind the standard ones.</param>
    public static void Write(Stream target, StandardEdition edition, RecordKind kind, ColumnSubject subject, bool extensions = true)
    {
        IReadOnlyList<StandardColumn> columns = [.. edition.Template(kind, subject), .. extensions ? edition.Extensions(kind) : []];
        var lists = columns.Select(c => c.CodeList).OfType<string>().Distinct().Select(n => edition.CodeList(n)).OfType<CodeList>().ToList();
        using var book = new WorkbookWriter(target);
        using (var sheet = book.Sheet(RecordKindText.Of(kind)))
        {
            sheet.Columns(columns.Select(c => Math.Clamp(c.Head.Length * 2 + 2, 12, 40)));
            sheet.Row([.. columns.Select(c => c.Head)], i => columns[i].Need == ColumnNeed.Mandatory ? CellLook.MandatoryHeading : CellLook.Heading);
            sheet.Validations = Validations(columns, lists);
        }
        using (var sheet = book.Sheet("填报说明"))
        {
            sheet.Columns([34, 16, 8, 8, 10, 70]);
            sheet.Row(["列名", "代码", "类型", "长度", "是否必填", "说明"], CellLook.Heading);
            foreach (var column in columns)
                sheet.Row([column.Head, column.IsExtension ? "（扩展）" : column.Code, column.Type switch { ColumnType.Date => "日期", ColumnType.Amount => "金额", _ => "文本" }, column.Length > 0 ? $"{column.Length}" : "", Need(column), column.Note]);
            sheet.Row(["数据标准", edition.Id, "", "", "", edition.Title]);
        }
        using var codes = book.Sheet("代码表");
        codes.Row([.. lists.Select(l => l.Name)], CellLook.Heading);
        for (var i = 0; i < lists.Select(l => l.Values.Count).DefaultIfEmpty().Max(); i++)
            codes.Row([.. lists.Select(l => i < l.Values.Count ? l.Values[i].Text : "")]);
    }

    private static string Need(StandardColumn column) => column.Need switch
    {
        ColumnNeed.Mandatory => "必填",
        ColumnNeed.Conditional => "视情况必填",
        _ => "选填",
    };

    /// <summary>Lists stand on a sheet of their own: Excel takes at most 255 characters in a list of its own.</summary>
    private static string Validations(IReadOnlyList<StandardColumn> columns, List<CodeList> lists)
    {
        var items = new List<string>();
        for (var i = 0; i < columns.Count; i++)
        {
            var at = lists.FindIndex(l => l.Name == columns[i].CodeList);
            if (at < 0) continue;
            var letters = WorkbookWriter.Reference(0, at)[..^1];
            var cells = WorkbookWriter.Reference(2, i) + ":" + WorkbookWriter.Reference(Rows, i);
            // Several values, or 其他- with a note, are typed by hand: warn, do not stop.
            var style = lists[at].Multiple || lists[at].Other is not null ? "warning" : "stop";
            items.Add($"""<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="{style}" errorTitle="取值不在代码表内" error="请从下拉列表中选择。" sqref="{cells}"><formula1>代码表!${letters}$2:${letters}${lists[at].Values.Count + 1}</formula1></dataValidation>""");
        }
        return items.Count == 0 ? "" : $"""<dataValidations count="{items.Count}">{string.Concat(items)}</dataValidations>""";
    }
}
