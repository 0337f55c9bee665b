namespace CreditKit.Validation;

/// <summary>An agency's own weight for a rule; what is null stays as shipped.</summary>
public sealed record RuleSetting
{
    /// <summary>False switches the rule off.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Weight for publication.</summary>
    public RuleWeight? Publish { get; init; }

    /// <summary>Weight for reporting.</summary>
    public RuleWeight? Report { get; init; }

    /// <summary>Weight for publication of back-loaded rows.</summary>
    public RuleWeight? Historic { get; init; }
}
