using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>What the values and the form of a column rest on: an extension of the product must not be taken for the national standard.</summary>
internal static class ColumnSource
{
    private const string Extension = "本系统的扩展列，国家数据标准没有这一项";

    /// <summary>Of the values that a column may hold: the list's own source, else the column's.</summary>
    public static string OfValues(RuleContext context, StandardField field)
    {
        if (Column(context, field) is not { } column) return "";
        if (context.Edition.CodeList(column.CodeList) is { Source.Length: > 0 } list) return list.Source;
        return column.IsExtension ? Extension : context.Edition.Title;
    }

    /// <summary>Of the form of a date or an amount; empty: the rule's, which is the template's form of a date.</summary>
    public static string OfForm(RuleContext context, StandardField field)
    {
        if (Column(context, field) is not { } column) return "";
        if (column.IsExtension) return Extension;
        return column.Type == ColumnType.Date ? "" : context.Edition.Title;
    }

    // The columns of the other acts rest on what the rule says of them.
    private static StandardColumn? Column(RuleContext context, StandardField field) =>
        context.Act is null || context.Edition.Column(context.Record.Kind, field)?.IsExtension == true ? context.Edition.Column(context.Record.Kind, field) : null;
}
