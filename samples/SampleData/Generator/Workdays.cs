namespace SampleData;

/// <summary>Days on which a bureau decides: weekdays outside the long holidays, roughly.</summary>
internal static class Workdays
{
    /// <summary>The day on which the files were made.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 22);

    private static readonly (int Month, int Day, int Length)[] Holidays = [(1, 1, 3), (2, 8, 16), (4, 4, 3), (5, 1, 5), (6, 8, 3), (9, 25, 3), (10, 1, 8)];

    public static DateOnly AtOrBefore(DateOnly day)
    {
        while (!IsWorkday(day)) day = day.AddDays(-1);
        return day;
    }

    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkday(day)) count--;
        }
        return day;
    }

    private static bool IsWorkday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Holidays.Any(h => new DateOnly(day.Year, h.Month, h.Day) is var first && day >= first && day < first.AddDays(h.Length));
}
