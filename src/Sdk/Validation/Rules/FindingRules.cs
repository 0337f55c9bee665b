using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>Turns what the binder noticed into issues, one rule a kind.</summary>
internal abstract class FindingRule(string id, params BindingFindingKind[] kinds) : BuiltInRule(id)
{
    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Findings)
            if (Array.IndexOf(kinds, finding.Kind) >= 0) context.Report(finding.Field, finding.Message, finding.Hint);
    }
}

internal sealed class UnreadableRule() : FindingRule("unreadable", BindingFindingKind.Unreadable);

internal sealed class FindingCodeListRule() : FindingRule("code-list", BindingFindingKind.OutsideCodeList);

internal sealed class RevokedRowRule() : FindingRule("revoked-row", BindingFindingKind.Revoked);

internal sealed class ConflictRule() : FindingRule("conflict", BindingFindingKind.Conflict);

internal sealed class KeyConflictRule() : FindingRule("conflict-in-key", BindingFindingKind.KeyConflict);

internal sealed class OverflowRule() : FindingRule("row-too-wide", BindingFindingKind.Overflow);

internal sealed class NormalizedRule() : FindingRule("normalized", BindingFindingKind.Normalized, BindingFindingKind.Derived);
