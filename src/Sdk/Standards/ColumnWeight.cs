namespace CreditKit.Standards;

/// <summary>What a missing value of a mandatory column does at a destination.</summary>
public enum ColumnWeight
{
    /// <summary>Nothing is said.</summary>
    Off,

    /// <summary>For information.</summary>
    Info,

    /// <summary>A reviewer should confirm.</summary>
    Warn,

    /// <summary>The record cannot go there.</summary>
    Block,
}
