using System.CommandLine.Parsing;
using System.Globalization;

namespace CreditKit.Tool;

/// <summary>Dates on the command line, as people write them.</summary>
internal static class Dates
{
    private static readonly string[] s_formats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    public static DateOnly Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value.Trim() : "";
        if (DateOnly.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            if (date.Year is >= 1949 and <= 2199) return date;
            result.AddError($"“{text}”不在 1949 年至 2199 年之间。");
            return default;
        }

        result.AddError($"“{text}”不是日期，请写成 2026-09-28 的形式。");
        return default;
    }
}
