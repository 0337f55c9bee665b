namespace CreditKit.Records;

/// <summary>The Chinese names of the administrative acts.</summary>
internal static class RecordKindText
{
    /// <summary>行政许可, 行政处罚 ….</summary>
    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.License => "行政许可",
        RecordKind.Penalty => "行政处罚",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
