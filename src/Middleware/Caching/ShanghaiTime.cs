using System.Globalization;

namespace CreditKit.AspNetCore;

/// <summary>The law's zone: UTC+8 without daylight saving since 1991.</summary>
internal static class ShanghaiTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(Offset).DateTime);

    /// <summary>The instant at which the day after begins: words such as 还有 3 天 change then.</summary>
    public static DateTimeOffset NextMidnight(DateTimeOffset now) => new(Today(now).AddDays(1), TimeOnly.MinValue, Offset);

    /// <summary>The form that inspections read: YYYY-MM-DD HH:MM.</summary>
    public static string Minute(DateTimeOffset instant) => instant.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
