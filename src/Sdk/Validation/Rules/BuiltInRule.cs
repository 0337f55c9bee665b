namespace CreditKit.Validation.Rules;

/// <summary>A shipped rule: its description comes from <c>Validation/rules.json</c>.</summary>
internal abstract class BuiltInRule(string id) : IValidationRule
{
    public RuleDescription Description { get; } = RuleCatalog.Get(id);

    public abstract void Check(RuleContext context);
}
