namespace CreditKit.Records;

/// <summary>The administrative acts beside permits and penalties that 鲁信用办〔2019〕8号（六） names (requirement 003-6).</summary>
public enum ActKind
{
    /// <summary>Not stated.</summary>
    None = 0,

    /// <summary>行政强制.</summary>
    Enforcement = 1,

    /// <summary>行政确认.</summary>
    Confirmation = 2,

    /// <summary>行政征收.</summary>
    Collection = 3,

    /// <summary>行政给付.</summary>
    Payment = 4,

    /// <summary>行政裁决.</summary>
    Adjudication = 5,

    /// <summary>行政补偿.</summary>
    Compensation = 6,

    /// <summary>行政奖励.</summary>
    Award = 7,

    /// <summary>行政监督检查.</summary>
    Inspection = 8,
}
