namespace CreditKit.Records;

/// <summary>行政相对人类别 (code list 4.4 of the national standard).</summary>
public enum CounterpartKind
{
    /// <summary>Not stated; treated as a natural person for publication: when in doubt, not published.</summary>
    Unknown = 0,

    /// <summary>法人及非法人组织.</summary>
    Organization = 1,

    /// <summary>自然人.</summary>
    NaturalPerson = 2,

    /// <summary>个体工商户.</summary>
    SoleTrader = 3,
}
