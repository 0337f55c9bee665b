namespace CreditKit.Validation;

/// <summary>How much a rule weighs at a destination.</summary>
public enum RuleWeight
{
    /// <summary>Not checked.</summary>
    Off,

    /// <summary>For information.</summary>
    Info,

    /// <summary>A reviewer should confirm.</summary>
    Warn,

    /// <summary>The record cannot go there.</summary>
    Block,
}
