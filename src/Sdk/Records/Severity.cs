namespace CreditKit.Records;

/// <summary>严重程度: the law's class of a penalty, read per policy edition. Null on a record means not stated.</summary>
public enum Severity
{
    /// <summary>轻微.</summary>
    Slight = 1,

    /// <summary>一般.</summary>
    General = 2,

    /// <summary>严重.</summary>
    Serious = 3,

    /// <summary>特定严重 (edition of 2019 only).</summary>
    SpecificSerious = 4,
}
