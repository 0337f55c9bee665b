using System.Globalization;
using CreditKit.Desensitization;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The period of a record, in words and as a bar.</summary>
internal static class PeriodMapper
{
    private const int Units = 1000;
    private const int Mark = 4;

    public static PeriodModel Map(PublicRecord record, DateOnly today)
    {
        if (record.Until is not { } until || until <= record.From) return new() { Line = record.PeriodLine };
        var lastDay = until.AddDays(-1);
        var length = until.DayNumber - record.From.DayNumber;
        var day = Math.Clamp(today.DayNumber - record.From.DayNumber, 0, length);
        var past = (int)((long)Units * day / length);
        var left = lastDay.DayNumber - today.DayNumber;
        var leftText = left > 0 ? $"还有 {Words.Number(left)} 天" : "今天是最后一天";
        var todayText = $"今天是第 {Words.Number(day + 1)} 天，共 {Words.Number(length)} 天";
        return new()
        {
            Line = record.PeriodLine,
            HasBar = true,
            From = ListQuery.Day(record.From)!,
            LastDay = ListQuery.Day(lastDay)!,
            LeftText = leftText,
            TodayText = todayText,
            ElapsedWidth = past.ToString(CultureInfo.InvariantCulture),
            TodayX = Math.Min(past, Units - Mark).ToString(CultureInfo.InvariantCulture),
            Alternative = $"公示期自 {ListQuery.Day(record.From)} 至 {ListQuery.Day(lastDay)}，{todayText}，{leftText}",
        };
    }
}
