using System.Text.RegularExpressions;

namespace CreditKit;

/// <summary>What the binder of settings says in English, as a sentence for the person who wrote them. The value itself is left out: it may be a secret.</summary>
internal static partial class SettingsFault
{
    /// <summary>A setting of the host that cannot be read.</summary>
    public static CreditKitException Of(InvalidOperationException fault) => new("CK1002", "配置中有无法识别的值。", Remedy(fault), fault);

    /// <summary>Which setting it is and what would be right.</summary>
    public static string Remedy(InvalidOperationException fault)
    {
        for (Exception? e = fault; e is not null; e = e.InnerException)
            if (Convert().Match(e.Message) is { Success: true } found) return $"请检查设置 {found.Groups[1].Value}，应为{Kind(found.Groups[2].Value)}。";
        return "请对照说明检查各项设置的名称和值的类型。";
    }

    private static string Kind(string type)
    {
        var name = type.Split('.')[^1].TrimEnd(']');
        return name switch
        {
            "Int32" or "Int64" => "整数",
            "Decimal" or "Double" => "数字",
            "Boolean" => " true 或 false",
            "TimeSpan" => "时长，例如 00:00:30",
            "DateOnly" or "DateTime" or "DateTimeOffset" => "日期，例如 2026-07-28",
            "Uri" => "完整的网址，例如 https://www.example.gov.cn",
            _ when typeof(SettingsFault).Assembly.GetType(type) is { IsEnum: true } choice => $"下列之一：{string.Join("、", Enum.GetNames(choice))}",
            _ => "说明中写的形式",
        };
    }

    [GeneratedRegex("at '([^']+)' to type '([^']+)'")]
    private static partial Regex Convert();
}
