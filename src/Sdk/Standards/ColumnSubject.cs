namespace CreditKit.Standards;

/// <summary>Which counterparts a column is for.</summary>
public enum ColumnSubject
{
    /// <summary>Everyone.</summary>
    All,

    /// <summary>法人及非法人组织, 个体工商户.</summary>
    Organization,

    /// <summary>自然人.</summary>
    Natural,
}
