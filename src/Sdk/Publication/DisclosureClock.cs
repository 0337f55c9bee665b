namespace CreditKit.Publication;

/// <summary>Legal days in the zone of the law: UTC+8, without daylight saving since 1991. Days are day numbers, instants Unix milliseconds.</summary>
internal static class DisclosureClock
{
    /// <summary>The end of a record that has none in law.</summary>
    public const int Never = int.MaxValue;

    private const int Epoch = 719_162; // DateOnly.DayNumber of 1970-01-01
    private const long Day = 86_400_000, Offset = 8 * 3_600_000L;

    /// <summary>The legal day at an instant.</summary>
    public static int DayOf(long milliseconds) => (int)Math.Floor((milliseconds + Offset) / (double)Day) + Epoch;

    /// <summary>The first instant of a legal day.</summary>
    public static long StartOf(int day) => (day - Epoch) * Day - Offset;

    /// <summary>Calendar month of a day, counted from year 0.</summary>
    public static int MonthOf(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return date.Year * 12 + date.Month - 1;
    }
}
