using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>A stand-in where a value is mandatory; in other columns it counts as empty and is only remarked on.</summary>
internal sealed class PlaceholderRule() : BuiltInRule("placeholder")
{
    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Findings)
        {
            if (finding.Kind != BindingFindingKind.Placeholder) continue;
            var column = context.Edition.Column(context.Record.Kind, finding.Field);
            if (column is not { Need: ColumnNeed.Mandatory })
                context.Report(finding.Heading, finding.Message, finding.Hint, RuleWeight.Info, RuleWeight.Info, RuleWeight.Info);
            else
                context.Report(finding.Heading, $"必填项“{finding.Heading}”填的是占位内容", Description.Hint, MandatoryRule.Weight(column.Publish), column.Historic is { } historic ? MandatoryRule.Weight(historic) : null, MandatoryRule.Weight(column.Report));
        }
    }
}
