using System.Globalization;
using CreditKit.Records;

namespace CreditKit.Assessment;

/// <summary>What is assessed: records by their decision date.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Unit">Only of this unit; null: of all.</param>
/// <param name="Kind">Only of this kind; null: permits and penalties.</param>
internal sealed record AssessmentScope(DateOnly From, DateOnly To, string? Unit = null, RecordKind? Kind = null)
{
    private static readonly DateOnly s_earliest = new(2000, 1, 1);
    private static readonly DateOnly s_latest = new(2999, 12, 1);

    /// <summary>Reads a month as people write it.</summary>
    /// <param name="text"><c>yyyy-MM</c>, of 2000-01 to 2999-12.</param>
    /// <param name="first">Its first day.</param>
    public static bool TryMonth(string text, out DateOnly first) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first) && first >= s_earliest && first <= s_latest;

    /// <summary>A month.</summary>
    public static AssessmentScope Month(DateOnly day, string? unit = null, RecordKind? kind = null)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new AssessmentScope(first, first.AddMonths(1).AddDays(-1), unit, kind);
    }
}
