using CreditKit.Catalog;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>What the place's own scheme asks the page to show, and neither record nor item nor settings have.</summary>
internal sealed class DisplaySetRule() : BuiltInRule("display-item-missing")
{
    public override void Check(RuleContext context)
    {
        if (context.Settings.Display is not { } set) return;
        foreach (var item in set.Of(context.Record.Kind))
        {
            if (item.OrganizationsOnly && context.Record.Counterpart.Kind == CounterpartKind.NaturalPerson) continue;
            if (item.Fields.Any(f => RecordFields.Has(context.Record, f)) || StandsIn(context, item)) continue;
            context.Report(item.Fields[0], $"页面应当公示的“{item.Label}”没有内容", $"填写{context.Heading(item.Fields[0])}{(item.Item is null ? "" : "，或者在事项目录中补上")}（{set.Source}）。");
        }
    }

    private static bool StandsIn(RuleContext context, DisplayItem item)
    {
        if (item.Setting && !string.IsNullOrWhiteSpace(context.Settings.DefaultRemedyChannel)) return true;
        if (item.Item is not { } name || !ItemRule.Covered(context, out var items, out var day) || items.Find(context.Record.ItemCode, day) is not { } found) return false;
        return !string.IsNullOrWhiteSpace(name switch { "Name" => found.Name, "LegalBasis" => found.LegalBasis, "Remedy" => found.Remedy, _ => null });
    }
}

/// <summary>A permit by notification and commitment says what was committed.</summary>
internal sealed class CommitmentRule() : BuiltInRule("commitment-missing")
{
    public override void Check(RuleContext context)
    {
        if (context.License is not { } license) return;
        var due = license.ByCommitment || (ItemRule.Covered(context, out var items, out var day) && items.Find(license.ItemCode, day)?.ByCommitment == true);
        if (due && string.IsNullOrWhiteSpace(license.Commitment)) context.Report(StandardField.Commitment, "以告知承诺方式办理的许可没有写明承诺内容");
    }
}
