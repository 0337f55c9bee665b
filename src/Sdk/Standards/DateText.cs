using System.Globalization;

namespace CreditKit.Standards;

/// <summary>Reads the dates that clerks and spreadsheets write.</summary>
internal static class DateText
{
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>Texts that mean without end.</summary>
    public static bool IsLongTerm(ReadOnlySpan<char> text) =>
        text is "长期" or "长期有效" or "永久" or "永久有效" or "无固定期限" or "无期限" or "2099-12-31" or "2099/12/31" or "9999-12-31" or "9999/12/31";

    /// <summary>
    /// Reads <c>2009/7/28</c>, <c>2009-07-28</c>, <c>2009.7.28</c>, <c>2009_7_28</c>, <c>2009年7月28日</c>, <c>20090728</c>, a
    /// spreadsheet serial, each with or without a time behind. <paramref name="exact"/>: already in the standard's form.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, IReadOnlyList<string> formats, out DateOnly date, out bool exact)
    {
        exact = text.Length == 10 && (text[4], text[7]) is ('/', '/') or ('-', '-');
        foreach (var format in formats)
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return true;
        Span<char> half = stackalloc char[32];
        var length = 0;
        foreach (var c in text)
        {
            if (c is ' ' or '\u3000' && length < 8) continue;
            if (length == half.Length) { date = default; return false; }
            half[length++] = TextNormalizer.Half(c);
        }
        var rest = WithoutTime(half[..length]);
        if (rest.IndexOfAnyExceptInRange('0', '9') < 0) return FromDigits(rest, out date);
        return TryPart(ref rest, 4, 4, out var year) & TrySeparator(ref rest, out var first)
             & TryPart(ref rest, 1, 2, out var month) & TrySeparator(ref rest, out var second)
             & TryPart(ref rest, 1, 2, out var day)
            && (first == '年' ? second == '月' && rest is "日" or "号" or "" : first == second && rest.IsEmpty)
            && TryMake(year, month, day, out date)
            || Fail(out date);
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAny('T', ' ');
        if (at < 8 || !text[at..].Contains(':')) return text;
        return text[at + 1] is >= '0' and <= '2' ? text[..at] : text;
    }

    private static bool FromDigits(ReadOnlySpan<char> digits, out DateOnly date)
    {
        date = default;
        if (digits.Length == 8)
            return TryMake(int.Parse(digits[..4], CultureInfo.InvariantCulture), int.Parse(digits[4..6], CultureInfo.InvariantCulture), int.Parse(digits[6..], CultureInfo.InvariantCulture), out date);
        // A serial below 10000 (1927) would be a mistyped year far oftener than a date.
        if (digits.Length != 5) return false;
        var serial = int.Parse(digits, CultureInfo.InvariantCulture);
        if (serial is < 18264 or > 73050) return false;
        date = SerialZero.AddDays(serial);
        return true;
    }

    private static bool TryPart(ref ReadOnlySpan<char> rest, int min, int max, out int value)
    {
        var count = 0;
        value = 0;
        while (count < rest.Length && count < max && char.IsAsciiDigit(rest[count])) value = value * 10 + (rest[count++] - '0');
        rest = rest[count..];
        return count >= min;
    }

    private static bool TrySeparator(ref ReadOnlySpan<char> rest, out char separator)
    {
        separator = rest.IsEmpty ? '\0' : rest[0];
        if (separator is not ('/' or '-' or '.' or '_' or '年' or '月')) return false;
        rest = rest[1..];
        return true;
    }

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    private static bool Fail(out DateOnly date)
    {
        date = default;
        return false;
    }
}
