namespace CreditKit.Calendar;

/// <summary>
/// Calendar arithmetic of the law (民法典 200 to 203). Ends are last days, inclusive; the day a term starts on is not counted.
/// </summary>
public static class LegalDate
{
    /// <summary>
    /// Last day of a term of months: the corresponding day of the last month, or that month's end where there is none
    /// (民法典 202). A holiday does not move it: nobody has to act on that day.
    /// </summary>
    /// <param name="start">The day the term starts on; not counted (民法典 201).</param>
    /// <param name="months">Length in calendar months, 0 upward.</param>
    public static DateOnly LastDayOfMonths(DateOnly start, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return start.AddMonths(months);
    }

    /// <summary>Last day of a term of years; 29 February becomes 28 February where there is none (民法典 202).</summary>
    public static DateOnly LastDayOfYears(DateOnly start, int years) => LastDayOfMonths(start, checked(years * 12));

    /// <summary>Last day of a term of calendar days; the start day is not counted (民法典 201).</summary>
    public static DateOnly LastDayOfDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return start.AddDays(days);
    }

    /// <summary>
    /// Whether a person has reached an age on a day. 周岁 begins on the day after the birthday, so on the birthday itself
    /// the age is not reached yet.
    /// </summary>
    public static bool HasReachedAge(DateOnly birth, int years, DateOnly on) => on > LastDayOfYears(birth, years);
}
