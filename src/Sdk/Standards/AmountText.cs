using System.Globalization;

namespace CreditKit.Standards;

/// <summary>Reads amounts into yuan and writes them in an edition's unit.</summary>
internal static class AmountText
{
    /// <summary>Reads <c>2000</c>, <c>2,000.00</c>, <c>2000元</c>, <c>0.2万元</c>, <c>￥2000</c>; a unit in the text wins over the column's.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, AmountUnit unit, out decimal yuan, out bool exact)
    {
        yuan = 0;
        Span<char> half = stackalloc char[40];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            if (length == half.Length) { exact = false; return false; }
            half[length++] = TextNormalizer.Half(c);
        }
        ReadOnlySpan<char> rest = half[..length];
        exact = rest.Length == text.Length && text.SequenceEqual(rest);
        if (rest.Length > 0 && rest[0] is '¥' or '\u00A5' or '￥') { rest = rest[1..]; exact = false; }
        if (rest.StartsWith("人民币")) { rest = rest[3..]; exact = false; }
        if (rest.EndsWith("整")) rest = rest[..^1];
        if (rest.EndsWith("万元") || rest.EndsWith("万")) { unit = AmountUnit.Wanyuan; rest = rest.TrimEnd("万元"); exact = false; }
        else if (rest.EndsWith("元")) { unit = AmountUnit.Yuan; rest = rest[..^1]; exact = false; }
        if (rest.Contains(',')) { if (!ThousandsFit(rest)) return false; exact = false; }
        if (!decimal.TryParse(rest, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) || value > 1_000_000_000_000m) return false;
        yuan = unit == AmountUnit.Wanyuan ? value * 10_000m : value;
        yuan = Plain(yuan);
        return true;
    }

    /// <summary>An amount of yuan in a unit, with as many decimals as it needs, six at most (万元 to the yuan cent).</summary>
    public static string Write(decimal yuan, AmountUnit unit) =>
        (unit == AmountUnit.Wanyuan ? yuan / 10_000m : yuan).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The same value without trailing zeros, so that equal amounts print alike.</summary>
    private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000000m;

    private static bool ThousandsFit(ReadOnlySpan<char> text)
    {
        // 1,234,567.8: a comma elsewhere is a decimal comma or two numbers, and a guess would be a factor of a thousand.
        var end = text.IndexOf('.') is var dot and >= 0 ? dot : text.Length;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == ',' && (i == 0 || i >= end || (end - i) % 4 != 0)) return false;
        return true;
    }
}
