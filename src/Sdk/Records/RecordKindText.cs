namespace CreditKit.Records;

/// <summary>The Chinese names of the administrative acts.</summary>
internal static class RecordKindText
{
    /// <summary>Every kind, in the order of its number.</summary>
    public static IReadOnlyList<RecordKind> All { get; } = [RecordKind.License, RecordKind.Penalty, RecordKind.Act];

    /// <summary>行政许可, 行政处罚 ….</summary>
    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.License => "行政许可",
        RecordKind.Penalty => "行政处罚",
        RecordKind.Act => "其他行政行为",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
