namespace CreditKit.Validation.Rules;

/// <summary>What spreadsheets do to long numbers, and numbers in running text.</summary>
internal static class NumberText
{
    public const string DamagedHint = "把该列单元格格式改为“文本”，再重新录入完整号码。";

    /// <summary>A message when a spreadsheet turned a number into <c>9.1E+17</c> or cut it to 15 digits; null when it did not.</summary>
    public static string? Damaged(string text) =>
        text.Contains("E+", StringComparison.OrdinalIgnoreCase) ? "号码被表格软件变成了科学计数法，后几位已丢失"
        : text.Length == 18 && text.EndsWith("000", StringComparison.Ordinal) && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? "号码后三位为 000，多半是被表格软件当作数字而丢失" : null;

    /// <summary>The first amount in a text (<c>罚款人民币2,000元</c>, <c>0.2万元</c>) in yuan; null when there is none.</summary>
    public static IEnumerable<decimal> Amounts(string text)
    {
        for (var at = text.IndexOf('元'); at >= 0; at = text.IndexOf('元', at + 1))
        {
            var end = at;
            var wan = end > 0 && text[end - 1] == '万';
            if (wan) end--;
            while (end > 0 && text[end - 1] == ' ') end--;
            var start = end;
            while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ',')) start--;
            if (start < end && decimal.TryParse(text.AsSpan(start, end - start), System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture, out var value))
                yield return wan ? value * 10_000m : value;
        }
    }

    /// <summary>Whether a text holds an identity number, a mobile number or a bank card number.</summary>
    public static bool HoldsPersonalNumber(string? text)
    {
        if (text is null || text.Length < 11) return false;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiDigit(text[i])) { i++; continue; }
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            var run = text.AsSpan(start, i - start);
            if (run.Length == 11 && run[0] == '1' && run[1] >= '3') return true;
            if (run.Length == 17 && i < text.Length && text[i] is 'X' or 'x' && Records.ResidentIdentityNumber.IsValid(text.AsSpan(start, 18))) return true;
            if (run.Length == 18 && Records.ResidentIdentityNumber.IsValid(run)) return true;
            if (run.Length is >= 16 and <= 19 && run[0] is '4' or '5' or '6' && Luhn(run)) return true;
        }
        return false;
    }

    private static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1 && (digit *= 2) > 9) digit -= 9;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
