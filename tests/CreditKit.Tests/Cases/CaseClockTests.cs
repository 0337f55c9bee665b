using CreditKit.Calendar;
using CreditKit.Cases;
using CreditKit.Policy;
using static CreditKit.Tests.Cases.CaseFixture;

namespace CreditKit.Tests.Cases;

public class CaseClockTests
{
    // Counted by hand in the notices of the State Council: 2026 the Spring Festival is off from 02-15 to 02-23 and worked on
    // 02-14 and 02-28; off on 09-25 to 09-27 and 10-01 to 10-07, worked on 09-20 and 10-10.
    [Theory]
    [Trait("Requirement", "002-19")]
    [InlineData("", "2026-11-23", null, "2026-12-21")]           // 政府信息公开条例 26: 20 working days
    [InlineData("shandong", "2026-09-24", null, "2026-09-30")]   // 山东 39: 3: 09-28, 29, 30
    [InlineData("henan", "2026-09-30", null, "2026-10-10")]      // 河南 41: 3: 10-08, 09, 10 (worked Saturday)
    [InlineData("shanghai", "2026-02-12", "2026-02-14", "2026-02-26")] // 上海 36: 2 and 5: 02-13, 14 (worked Saturday), 24, 25, 26
    [InlineData("zhejiang", "2026-11-23", null, "2026-11-30")]   // 浙江 30: 5
    [InlineData("shenzhen", "2026-11-27", "2026-11-30", "2026-12-25")] // 深圳 48: 1; no own limit: 20
    [InlineData("guangzhou", "2026-11-23", "2026-11-25", "2026-11-25")] // 广州: 2 and 2
    public void Objection_IsDue_ByTheRulesOfThePlaceAndDay(string region, string received, string? acceptBy, string due)
    {
        var limits = Clock(region).OnReceipt(CaseKind.Objection, DateOnly.Parse(received));

        limits.AcceptBy.ShouldBe(acceptBy is null ? null : DateOnly.Parse(acceptBy));
        limits.DueOn.ShouldBe(DateOnly.Parse(due));
        limits.Uncertain.ShouldBeFalse();
        limits.Source.ShouldNotBeEmpty();
    }

    [Theory]
    [Trait("Requirement", "002-19")]
    [InlineData("shandong", "2026-09-24", "2026-09-28", "2026-10-12")] // one limit of 7 from receipt: 09-28, 29, 30, 10-08, 09, 10, 12
    [InlineData("shanghai", "2026-11-23", "2026-11-25", "2026-12-02")] // 5 from the passing on: 11-26, 27, 30, 12-01, 02
    [InlineData("shenzhen", "2026-11-23", "2026-11-24", "2026-11-26")] // 2 from the passing on
    [InlineData("guangzhou", "2026-11-23", "2026-11-24", "2026-12-08")] // 10 from the passing on
    public void Objection_OfWhichAnotherUnitIsAsked_RunsOnTheLimitForThat(string region, string received, string asked, string due) =>
        Clock(region).OnTransfer(DateOnly.Parse(received), DateOnly.Parse(asked)).DueOn.ShouldBe(DateOnly.Parse(due));

    [Fact]
    [Trait("Requirement", "002-19")]
    public void Transfer_NeverPassesTheTotal()
    {
        // 20 working days from Monday 2026-11-23 end on 2026-12-21, however late the unit was asked.
        Clock("guangzhou").OnTransfer(Day(2026, 11, 23), Day(2026, 12, 18)).DueOn.ShouldBe(Day(2026, 12, 21));
    }

    [Fact]
    [Trait("Requirement", "002-19")]
    public void Extension_IsGivenOnceWhereTheRulesKnowOne()
    {
        // 深圳 50: 3 more; from 2026-11-26: 27, 30, 12-01.
        var clock = Clock("shenzhen");
        clock.Extend(CaseKind.Objection, Day(2026, 11, 23), Day(2026, 11, 26), extended: false).Limits!.Value.DueOn.ShouldBe(Day(2026, 12, 1));
        clock.Extend(CaseKind.Objection, Day(2026, 11, 23), Day(2026, 12, 1), extended: true).Limits.ShouldBeNull();
        Clock("").Extend(CaseKind.Objection, Day(2026, 11, 23), Day(2026, 12, 21), extended: false).Limits.ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "001-26")]
    public void Repair_CountsFromAdmission_ByTheEditionOfTheApplication()
    {
        // 上海 38: 3 working days after admission.
        Clock("shanghai").OnAdmission(CaseKind.CreditRepair, Day(2026, 11, 23), Day(2026, 11, 24)).DueOn.ShouldBe(Day(2026, 11, 27));
        // 2018: no figure of its own, so the general limit of 20: 2018-12-03 is a Monday; 2018-12-29 was a worked Saturday, 12-31 off.
        Clock("").OnReceipt(CaseKind.CreditRepair, Day(2018, 12, 3)).DueOn.ShouldBe(Day(2018, 12, 29));
    }

    [Fact]
    [Trait("Requirement", "002-19")]
    public void Limit_IsMarkedUncertain_WhenItReachesAYearWithoutNotice() =>
        Clock("").OnReceipt(CaseKind.Objection, Day(2026, 12, 25)).Uncertain.ShouldBeTrue();

    [Theory]
    [Trait("Requirement", "001-28")]
    [InlineData("2026-11-23", "None", "还有 5 个工作日")]
    [InlineData("2026-11-26", "Due", "还有 2 个工作日")]
    [InlineData("2026-11-30", "Due", "今天到期")]
    [InlineData("2026-12-02", "Overdue", "逾期 2 个工作日")]
    public void Alarm_SaysHowManyWorkingDaysAreLeft(string today, string alarm, string text)
    {
        var (found, words) = Clock("").Alarm(Day(2026, 11, 30), DateOnly.Parse(today));
        found.ToString().ShouldBe(alarm);
        words.ShouldBe(text);
    }

    private static CaseClock Clock(string region)
    {
        var calendar = WorkdayCalendar.Load(null);
        return new CaseClock(PolicyBook.Load(new PolicyOptions { Regions = region.Length == 0 ? [] : [region] }, calendar).Cases, calendar);
    }
}
