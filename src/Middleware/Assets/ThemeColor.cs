using System.Globalization;

namespace CreditKit.AspNetCore;

/// <summary>An agency's main colour with a darker and a pale form of it; refused when text in it would be hard to read.</summary>
internal static class ThemeColor
{
    /// <summary>Least contrast of text on white (WCAG 2.2, 1.4.3).</summary>
    private const double LeastContrast = 4.5;

    public static string Css(string color)
    {
        if (color.Length != 7 || color[0] != '#' || !int.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw new CreditKitException("CK1602", $"Look.Color 的值“{color}”不是颜色。", "请写成 #rrggbb，例如 #0b4f9e。");
        var rgb = new[] { value >> 16, (value >> 8) & 255, value & 255 };
        var contrast = 1.05 / (Luminance(rgb) + 0.05);
        if (contrast < LeastContrast)
        {
            throw new CreditKitException(
                "CK1606", string.Create(CultureInfo.InvariantCulture, $"Look.Color 的颜色 {color} 在白底上的对比度只有 {contrast:0.0}:1，看不清楚。"), "请换深一些的颜色，至少 4.5:1。");
        }

        return $"\n:root{{--sgs-blue:{color};--sgs-blue-dark:{Mix(rgb, 0, 0.25)};--sgs-blue-light:{Mix(rgb, 255, 0.92)}}}\n";
    }

    private static string Mix(int[] rgb, int with, double share) =>
        "#" + string.Concat(rgb.Select(c => ((int)Math.Round((c * (1 - share)) + (with * share))).ToString("x2", CultureInfo.InvariantCulture)));

    private static double Luminance(int[] rgb)
    {
        return (0.2126 * Linear(rgb[0])) + (0.7152 * Linear(rgb[1])) + (0.0722 * Linear(rgb[2]));

        static double Linear(int c) => c / 255.0 <= 0.04045 ? c / 255.0 / 12.92 : Math.Pow(((c / 255.0) + 0.055) / 1.055, 2.4);
    }
}
