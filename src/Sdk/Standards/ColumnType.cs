namespace CreditKit.Standards;

/// <summary>How a column's value is written.</summary>
public enum ColumnType
{
    /// <summary>Text up to the column's length.</summary>
    Text,

    /// <summary>A date without a time.</summary>
    Date,

    /// <summary>Money in the edition's unit.</summary>
    Amount,
}
