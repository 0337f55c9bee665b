namespace CreditKit.Standards;

/// <summary>Whether a column must be filled.</summary>
public enum ColumnNeed
{
    /// <summary>选填.</summary>
    Optional,

    /// <summary>Depends on the counterpart or on other columns; a rule of its own says how.</summary>
    Conditional,

    /// <summary>必填.</summary>
    Mandatory,
}
