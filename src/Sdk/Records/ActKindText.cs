namespace CreditKit.Records;

/// <summary>The Chinese names of the other administrative acts.</summary>
internal static class ActKindText
{
    /// <summary>行政强制, 行政确认 …; empty when none is stated.</summary>
    public static string Of(ActKind kind) => kind switch
    {
        ActKind.None => "",
        ActKind.Enforcement => "行政强制",
        ActKind.Confirmation => "行政确认",
        ActKind.Collection => "行政征收",
        ActKind.Payment => "行政给付",
        ActKind.Adjudication => "行政裁决",
        ActKind.Compensation => "行政补偿",
        ActKind.Award => "行政奖励",
        ActKind.Inspection => "行政监督检查",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
