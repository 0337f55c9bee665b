namespace CreditKit.Standards;

/// <summary>Unit of an amount in a file; inside it is always yuan.</summary>
public enum AmountUnit
{
    /// <summary>万元.</summary>
    Wanyuan,

    /// <summary>元.</summary>
    Yuan,
}
