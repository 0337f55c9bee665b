using CreditKit.Calendar;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Calendar;

public sealed class WorkdayCalendarTests
{
    private static readonly WorkdayCalendar Calendar = WorkdayCalendar.Load(null);

    // Each counted by hand from the State Council notices.
    [Theory]
    [Trait("Requirement", "000-1")]
    [Trait("Requirement", "004-1")]
    [InlineData("2026-03-02", 7, "2026-03-11")]   // plain weeks: 3,4,5,6,9,10,11
    [InlineData("2026-03-06", 7, "2026-03-17")]   // from a Friday
    [InlineData("2026-03-07", 7, "2026-03-17")]   // from a Saturday: the same
    [InlineData("2026-02-10", 7, "2026-02-26")]   // Spring Festival 2026: 15 to 23 off, 14 worked: 11,12,13,14, 24,25,26
    [InlineData("2020-01-20", 7, "2020-02-06")]   // 2020: break extended to 2 February; 21,22,23, 3,4,5,6
    [InlineData("2020-01-19", 7, "2020-02-05")]   // 19 January itself is a worked Sunday
    [InlineData("2020-01-23", 1, "2020-02-03")]   // the extension alone
    [InlineData("2024-02-08", 7, "2024-02-23")]   // 2024: 10 to 17 off, 9 is worked by the notice (18 worked)
    [InlineData("2025-09-28", 7, "2025-10-14")]   // National Day and Mid-Autumn 2025: 1 to 8 off, 11 worked
    [InlineData("2026-09-24", 1, "2026-09-28")]   // Mid-Autumn 2026: 25 to 27 off
    [InlineData("2026-09-28", 5, "2026-10-10")]   // 29,30, 8,9,10: 10 October is worked
    [InlineData("2026-04-03", 1, "2026-04-07")]   // Qingming 2026: 4 to 6 off
    [InlineData("2019-04-30", 1, "2019-05-05")]   // May 2019: 1 to 4 off, 5 worked
    [InlineData("2025-12-31", 1, "2026-01-04")]   // New Year 2026: 1 to 3 off, 4 worked
    [InlineData("2026-03-02", 0, "2026-03-02")]
    public void AddWorkdays_CountsByTheNotices_WhenTheYearIsKnown(string start, int n, string due)
    {
        var result = Calendar.AddWorkdays(DateOnly.Parse(start), n);

        result.Date.ShouldBe(DateOnly.Parse(due));
        result.Certain.ShouldBeTrue();
    }

    [Fact]
    public void AddWorkdays_SaysSo_WhenTheDeadlineLiesPastTheLastKnownYear()
    {
        var result = Calendar.AddWorkdays(new DateOnly(2026, 12, 28), 7);

        result.Date.ShouldBe(new DateOnly(2027, 1, 6));   // 29,30,31, 1,4,5,6: weekends only
        result.Certain.ShouldBeFalse();
        result.Note.ShouldContain("2027 年的节假日安排尚未收录");
        result.Note.ShouldContain("cn-workdays-2027.json");
    }

    [Fact]
    public void AddWorkdays_IsUncertain_BeforeTheFirstKnownYear() =>
        Calendar.AddWorkdays(new DateOnly(2006, 12, 28), 2).ShouldSatisfyAllConditions(
            r => r.Date.ShouldBe(new DateOnly(2007, 1, 4)),     // 29 December, then 1 to 3 January off
            r => r.Certain.ShouldBeFalse(),
            r => r.Note.ShouldContain("没有 2006 年的节假日资料"));

    [Fact]
    public void AddWorkdays_Refuses_ANegativeNumber() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.AddWorkdays(new DateOnly(2026, 1, 1), -1));

    [Fact]
    public void Load_TakesALaterYear_FromAFileInTheDataFolder()
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "cn-workdays-2027.json"),
            """{"years":{"2027":{"off":["2027-01-01","2027-01-04"],"worked":["2027-01-02"],"notice":"test"}}}""");

        var result = WorkdayCalendar.Load(folder.Path).AddWorkdays(new DateOnly(2026, 12, 28), 7);

        result.ShouldBe(new WorkdayResult(new DateOnly(2027, 1, 7), true, result.Note));   // 29,30,31, 2,5,6,7
    }

    [Theory]
    [InlineData("{", "不是有效的 JSON")]
    [InlineData("{}", "没有 years")]
    [InlineData("""{"years":{"2027":{"off":["2026-01-01"]}}}""", "2026-01-01 不在 2027 年")]
    [InlineData("""{"years":{"2027":{"worked":["2027-01-01"]}}}""", "不是周末")]
    [InlineData("""{"years":{"2027":{"off":["2027-01-01"],"workdays":261}}}""", "261")]
    public void Load_NamesTheFileAndTheFault_WhenItCannotBeRight(string json, string fault)
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "cn-workdays-2027.json"), json);

        var thrown = Should.Throw<CreditKitException>(() => WorkdayCalendar.Load(folder.Path));

        thrown.Code.ShouldBe("CK1101");
        thrown.Message.ShouldContain("cn-workdays-2027.json");
        thrown.Message.ShouldContain(fault);
    }

    [Fact]
    public void CountWorkdays_IsTheInverseOfAdding_OverEveryDayOfTheSpan()
    {
        for (var day = new DateOnly(2006, 12, 1); day < new DateOnly(2027, 3, 1); day = day.AddDays(1))
        {
            var due = Calendar.Compute(day, 7).Date;
            Calendar.CountWorkdays(day, due).ShouldBe(7, day.ToString("O"));
            Calendar.CountWorkdays(day, due.AddDays(-1)).ShouldBe(6, day.ToString("O"));
            Calendar.IsWorkday(due).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("2026-01-01", 1, "2026-02-02")]   // 1 February 2026 is a Sunday
    [InlineData("2026-01-17", 1, "2026-02-24")]   // 17 February lies in the Spring Festival break, until 23
    [InlineData("2026-02-28", 1, "2026-03-30")]   // 28 March is a Saturday
    [InlineData("2026-01-28", 1, "2026-02-28")]   // 28 February 2026 is a worked Saturday: not moved
    public void ActWithinMonths_MovesToTheNextWorkday_WhenTheLastDayIsOff(string start, int months, string due) =>
        Calendar.ActWithinMonths(DateOnly.Parse(start), months).Date.ShouldBe(DateOnly.Parse(due));
}
