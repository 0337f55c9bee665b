namespace CreditKit.Validation;

/// <summary>How much an issue weighs at its destination.</summary>
public enum IssueSeverity
{
    /// <summary>For information.</summary>
    Info,

    /// <summary>A reviewer should confirm.</summary>
    Warn,

    /// <summary>The record cannot go to the destination.</summary>
    Block,
}
