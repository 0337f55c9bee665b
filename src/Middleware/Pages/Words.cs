using System.Globalization;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The law's terms for values, and how figures are written.</summary>
internal static class Words
{
    public static string Of(RecordKind kind) => RecordKindText.Of(kind);

    public static string Of(Severity severity) => severity switch
    {
        Severity.Slight => "轻微",
        Severity.General => "一般",
        Severity.Serious => "严重",
        _ => "特定严重",
    };

    public static string Of(LicenseStatus status) => status == LicenseStatus.Valid ? "有效" : "无效";

    public static string Of(CounterpartKind kind) => kind switch
    {
        CounterpartKind.Organization => "法人及非法人组织",
        CounterpartKind.NaturalPerson => "自然人",
        CounterpartKind.SoleTrader => "个体工商户",
        _ => "未注明",
    };

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Without separators: numbers of things, not amounts.</summary>
    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Date(DateOnly? date, string none) => ListQuery.Day(date) ?? none;

    public static List<BadgeModel> Badges(Severity? severity, LicenseStatus? status)
    {
        var badges = new List<BadgeModel>(1);
        if (severity is { } s) badges.Add(new() { Text = Of(s), Tone = s >= Severity.Serious ? "red" : "plain" });
        if (status is { } l) badges.Add(new() { Text = Of(l), Tone = l == LicenseStatus.Valid ? "blue" : "plain" });
        return badges;
    }
}
