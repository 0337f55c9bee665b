using CreditKit.Catalog;
using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>Every decision belongs to an item of the catalogue in force on its day.</summary>
internal sealed class ItemRule() : BuiltInRule("item-missing")
{
    public override void Check(RuleContext context)
    {
        var code = context.Record.ItemCode;
        var stated = !string.IsNullOrEmpty(code);
        if (!Covered(context, out var items, out var day))
        {
            if (!stated) context.Report(StandardField.ItemCode, "没有填写事项编码");
        }
        else if (!stated) Weighty(context, "没有填写事项编码");
        else if (items.Find(code, day) is null) Weighty(context, $"决定日期 {day:yyyy-MM-dd} 有效的事项目录中没有这个事项编码");
    }

    /// <summary>Whether a catalogue was in force on the day of the decision.</summary>
    public static bool Covered(RuleContext context, out ItemCatalog items, out DateOnly day)
    {
        items = context.Settings.Items?.Invoke() ?? ItemCatalog.Empty;
        day = context.Record.DecisionDate ?? context.Today;
        return !items.IsEmpty && items.Covers(day);
    }

    /// <summary>With a catalogue at hand a missing item is worth a warning.</summary>
    private static void Weighty(RuleContext context, string message) =>
        context.Report(context.Heading(StandardField.ItemCode), message, null, RuleWeight.Warn, null, RuleWeight.Warn);
}

/// <summary>An item whose records do not become public: told at once, not found out later.</summary>
internal sealed class ItemOpenRule() : BuiltInRule("item-not-open")
{
    public override void Check(RuleContext context)
    {
        if (!ItemRule.Covered(context, out var items, out var day) || items.Find(context.Record.ItemCode, day) is not { } item) return;
        if (item.Openness != Openness.Open) context.Report(StandardField.ItemCode, $"该事项的公开属性为{CatalogWords.Of(item.Openness)}，接收入库但不公示");
    }
}

/// <summary>Another agency decided than the item's unit of that day: a transfer was missed, or the code is wrong.</summary>
internal sealed class ItemProviderRule() : BuiltInRule("item-provider")
{
    public override void Check(RuleContext context)
    {
        if (!ItemRule.Covered(context, out var items, out var day) || items.Find(context.Record.ItemCode, day) is not { Provider: { Name.Length: > 0 } provider } item) return;
        var deciding = context.Record.DecidingAuthority;
        var same = provider.CreditCode is { } code && deciding.CreditCode is { } other ? code == other : provider.Name == deciding.Name;
        if (!same) context.Report(StandardField.ItemCode, $"事项目录中该事项当日的提供单位是{provider.Name}，与决定机关不一致{(item.Predecessor is { } former ? $"（自 {item.From:yyyy-MM-dd} 起由{former.Name}移交）" : "")}");
    }
}
