using CreditKit.Records;

namespace CreditKit.Assessment;

/// <summary>What is assessed: records by their decision date.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Unit">Only of this unit; null: of all.</param>
/// <param name="Kind">Only of this kind; null: permits and penalties.</param>
internal sealed record AssessmentScope(DateOnly From, DateOnly To, string? Unit = null, RecordKind? Kind = null)
{
    /// <summary>A month.</summary>
    public static AssessmentScope Month(DateOnly day, string? unit = null, RecordKind? kind = null)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new AssessmentScope(first, first.AddMonths(1).AddDays(-1), unit, kind);
    }
}
