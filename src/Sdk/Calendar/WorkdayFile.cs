using System.Text.Json;

namespace CreditKit.Calendar;

/// <summary>Reads calendar files and refuses what cannot be right.</summary>
internal static class WorkdayFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private sealed record Content(Dictionary<string, WorkdayYear>? Years);

    /// <summary>The years of a file.</summary>
    /// <param name="name">File name, for the error.</param>
    /// <param name="utf8">Its content.</param>
    public static Dictionary<int, WorkdayYear> Read(string name, ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        Content? content;
        try
        {
            content = JsonSerializer.Deserialize<Content>(utf8, Options);
        }
        catch (JsonException e)
        {
            throw Fault(name, $"不是有效的 JSON（第 {e.LineNumber + 1} 行）", e);
        }

        if (content?.Years is not { Count: > 0 } years) throw Fault(name, "没有 years");
        var result = new Dictionary<int, WorkdayYear>();
        foreach (var (key, year) in years)
        {
            if (!int.TryParse(key, out var number) || number is < 1949 or > 2200) throw Fault(name, $"年份“{key}”无效");
            Check(name, number, year);
            result[number] = year;
        }

        return result;
    }

    private static void Check(string name, int number, WorkdayYear year)
    {
        foreach (var day in year.Off.Concat(year.Worked))
            if (day.Year != number) throw Fault(name, $"{day:yyyy-MM-dd} 不在 {number} 年");
        foreach (var day in year.Worked)
            if (!WorkdayCalendar.IsWeekend(day)) throw Fault(name, $"{day:yyyy-MM-dd} 列为调休上班，但不是周末");
        if (year.Off.Intersect(year.Worked).Any()) throw Fault(name, $"{number} 年有同一天既放假又上班");
        if (year.Workdays is not { } stated) return;
        var counted = 0;
        for (var day = new DateOnly(number, 1, 1); day.Year == number; day = day.AddDays(1))
            if (IsWorkday(year, day)) counted++;
        if (counted != stated) throw Fault(name, $"{number} 年写明 {stated} 个工作日，按所列日期推算为 {counted} 个");
    }

    /// <summary>Whether a day of the year is worked.</summary>
    public static bool IsWorkday(WorkdayYear year, DateOnly day) =>
        WorkdayCalendar.IsWeekend(day) ? year.Worked.Contains(day) : !year.Off.Contains(day);

    private static CreditKitException Fault(string name, string what, Exception? inner = null) => new(
        "CK1101",
        $"工作日历文件“{name}”：{what}。",
        "请按随产品附带的 cn-workdays.json 的格式填写：{\"years\":{\"2027\":{\"off\":[\"2027-01-01\"],\"worked\":[]}}}。",
        inner);
}
