using System.Text;
using CreditKit.Recognition;

namespace CreditKit.Desensitization;

/// <summary>The built-in masking rules.</summary>
internal static class MaskingRules
{
    public static IReadOnlyList<IMaskingRule> BuiltIn { get; } = [new Ends(), new Landline(), new Name(), new County(), new Replace()];

    /// <summary>First and last characters and stars between; separators inside the value are left out (3504************12).</summary>
    private sealed class Ends : IMaskingRule
    {
        string IMaskingRule.Name => "ends";

        public string Mask(ReadOnlySpan<char> value, MaskStyle style)
        {
            var plain = new StringBuilder();
            foreach (var c in value) if (Chars.IsAlnum(c) || Chars.IsHan(c)) plain.Append(Chars.Fold(c));
            // A short value would show too much of itself.
            if (style.First + style.Last > plain.Length - 3) return Stars(style);
            return string.Concat(plain.ToString(0, style.First), Stars(style), plain.ToString(plain.Length - style.Last, style.Last));
        }
    }

    /// <summary>Area code, stars, last digits (0598-****123).</summary>
    private sealed class Landline : IMaskingRule
    {
        string IMaskingRule.Name => "landline";

        public string Mask(ReadOnlySpan<char> value, MaskStyle style)
        {
            var digits = new StringBuilder();
            foreach (var c in value) if (Chars.IsDigit(c)) digits.Append((char)('0' + Chars.Digit(c)));
            var area = digits.Length < 10 || digits[0] != '0' ? 0 : digits[1] is '1' or '2' ? 3 : 4;
            var head = area == 0 ? "" : digits.ToString(0, area) + "-";
            return head + Stars(style) + digits.ToString(digits.Length - style.Last, style.Last);
        }
    }

    /// <summary>Family name and a fixed number of stars: 张*, 欧阳*, 阿* for names with a dot, J* for Latin ones.</summary>
    private sealed class Name : IMaskingRule
    {
        string IMaskingRule.Name => "name";

        public string Mask(ReadOnlySpan<char> value, MaskStyle style)
        {
            value = value.Trim();
            if (value.IsEmpty) return "";
            var compound = value.Length > 2 ? Lexicon.CompoundSurnames.MatchAt(value, 0) : 0;
            return string.Concat(value[..(compound > 0 ? compound : char.IsHighSurrogate(value[0]) && value.Length > 1 ? 2 : 1)], Stars(style));
        }
    }

    /// <summary>Divisions down to the county, then the replacement (福建省三明市三元区***).</summary>
    private sealed class County : IMaskingRule
    {
        string IMaskingRule.Name => "county";

        public string Mask(ReadOnlySpan<char> value, MaskStyle style)
        {
            var end = 0;
            while (Lexicon.Divisions.MatchAt(value, end) is > 0 and var length) end += length;
            return string.Concat(value[..end], style.With);
        }
    }

    /// <summary>A fixed text.</summary>
    private sealed class Replace : IMaskingRule
    {
        string IMaskingRule.Name => "replace";

        public string Mask(ReadOnlySpan<char> value, MaskStyle style) => style.With;
    }

    private static string Stars(MaskStyle style) => new('*', Math.Clamp(style.Stars, 1, 30));
}
