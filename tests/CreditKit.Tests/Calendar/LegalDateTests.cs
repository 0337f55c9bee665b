using CreditKit.Calendar;

namespace CreditKit.Tests.Calendar;

public sealed class LegalDateTests
{
    [Theory]
    [InlineData("2026-03-31", 12, "2027-03-31")]
    [InlineData("2025-11-30", 3, "2026-02-28")]   // no 30 February: month end (民法典 202)
    [InlineData("2023-11-30", 3, "2024-02-29")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29")]
    [InlineData("2026-05-31", 1, "2026-06-30")]
    [InlineData("2026-02-28", 1, "2026-03-28")]   // the corresponding day, not the month end
    [InlineData("2026-10-01", 12, "2027-10-01")]  // a holiday does not move the end of a disclosure
    public void LastDayOfMonths_IsTheCorrespondingDayOrTheMonthEnd(string start, int months, string last) =>
        LegalDate.LastDayOfMonths(DateOnly.Parse(start), months).ShouldBe(DateOnly.Parse(last));

    [Theory]
    [InlineData("2008-06-01", "2026-06-01", false)]   // on the birthday itself: not yet
    [InlineData("2008-06-01", "2026-06-02", true)]
    [InlineData("2008-02-29", "2026-02-28", false)]
    [InlineData("2008-02-29", "2026-03-01", true)]
    public void HasReachedAge_BeginsOnTheDayAfterTheBirthday(string birth, string on, bool reached) =>
        LegalDate.HasReachedAge(DateOnly.Parse(birth), 18, DateOnly.Parse(on)).ShouldBe(reached);
}
