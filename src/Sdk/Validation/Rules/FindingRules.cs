using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>Turns what the binder noticed into issues, one rule a kind.</summary>
internal abstract class FindingRule(string id, params BindingFindingKind[] kinds) : BuiltInRule(id)
{
    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Findings)
            if (Array.IndexOf(kinds, finding.Kind) >= 0) context.ReportFrom(Source(context, finding.Field), finding.Field, finding.Message, finding.Hint);
    }

    /// <summary>What the finding rests on; empty: what the rule rests on.</summary>
    protected virtual string Source(RuleContext context, StandardField field) => "";
}

internal sealed class UnreadableRule() : FindingRule("unreadable", BindingFindingKind.Unreadable)
{
    protected override string Source(RuleContext context, StandardField field) => ColumnSource.OfForm(context, field);
}

internal sealed class FindingCodeListRule() : FindingRule("code-list", BindingFindingKind.OutsideCodeList)
{
    protected override string Source(RuleContext context, StandardField field) => ColumnSource.OfValues(context, field);
}

internal sealed class RevokedRowRule() : FindingRule("revoked-row", BindingFindingKind.Revoked);

internal sealed class ConflictRule() : FindingRule("conflict", BindingFindingKind.Conflict);

internal sealed class KeyConflictRule() : FindingRule("conflict-in-key", BindingFindingKind.KeyConflict);

internal sealed class OverflowRule() : FindingRule("row-too-wide", BindingFindingKind.Overflow);

internal sealed class NormalizedRule() : FindingRule("normalized", BindingFindingKind.Normalized, BindingFindingKind.Derived);
