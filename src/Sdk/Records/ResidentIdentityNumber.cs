namespace CreditKit.Records;

/// <summary>
/// 居民身份证号码 (GB 11643): 18 characters with a check character, or the older 15 digits without one. Its text form is
/// masked, so that a log line or an error message cannot leak it; <see cref="Value"/> is the number itself.
/// </summary>
public readonly record struct ResidentIdentityNumber
{
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? _value;

    private ResidentIdentityNumber(string value) => _value = value;

    /// <summary>The number; personal data. Empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The older form of 15 digits.</summary>
    public bool IsLegacy => Value.Length == 15;

    /// <summary>Birth date written in the number; personal data.</summary>
    public DateOnly BirthDate => TryBirthDate(Value, out var date) ? date : default;

    /// <summary>Division code of the first registration (6 digits).</summary>
    public string DivisionCode => Value.Length >= 6 ? Value[..6] : "";

    /// <summary>The number with 18 characters: an older one gets its century and check character.</summary>
    public ResidentIdentityNumber ToEighteen()
    {
        if (!IsLegacy) return this;
        var body = string.Concat(Value.AsSpan(0, 6), "19", Value.AsSpan(6));
        return new ResidentIdentityNumber(body + CheckCharacter(body));
    }

    /// <summary>Reads a number; false when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ResidentIdentityNumber number) => TryParse(text, out number, out _);

    /// <summary>Reads a number; <paramref name="problem"/> says in Chinese what is wrong, without repeating the number.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ResidentIdentityNumber number, out string? problem)
    {
        Span<char> folded = stackalloc char[18];
        var length = CodeText.Fold(text, folded);
        problem = Check(length < 0 ? text.Trim() : folded[..length]);
        number = problem is null ? new ResidentIdentityNumber(new string(folded[..length])) : default;
        return problem is null;
    }

    /// <summary>Reads a number that is known to be right.</summary>
    /// <exception cref="FormatException">It is not; the message says why.</exception>
    public static ResidentIdentityNumber Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var number, out var problem) ? number : throw new FormatException(problem);

    /// <summary>Whether the text is a valid number of 18 or 15 characters.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[18];
        var length = CodeText.Fold(text, folded);
        return length > 0 && IsCanonical(folded[..length]);
    }

    /// <summary>What is wrong with the text, in Chinese; null when nothing is.</summary>
    public static string? Explain(ReadOnlySpan<char> text) => TryParse(text, out _, out var problem) ? null : problem;

    /// <summary>First 4 and last 2 characters; the rest hidden.</summary>
    public override string ToString() =>
        Value is { Length: > 0 } v ? string.Concat(v.AsSpan(0, 4), new string('*', v.Length - 6), v.AsSpan(v.Length - 2)) : "";

    /// <summary>Check of 18 or 15 characters that are folded already; no allocation.</summary>
    internal static bool IsCanonical(ReadOnlySpan<char> number)
    {
        if (number.Length is not (18 or 15) || !CodeText.AllDigits(number[..^1]) || !IsProvince(number)) return false;
        if (!TryBirthDate(number, out _)) return false;
        return number.Length == 15 ? number[14] is >= '0' and <= '9' : CheckCharacter(number) == number[17];
    }

    /// <summary>Check character of the first 17 digits.</summary>
    internal static char CheckCharacter(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (number[i] - '0') * Weights[i];
        return "10X98765432"[sum % 11];
    }

    /// <summary>Birth date within the number; from 1800 on (the standard's own example was born in 1880).</summary>
    internal static bool TryBirthDate(ReadOnlySpan<char> number, out DateOnly date)
    {
        date = default;
        if (number.Length is not (18 or 15)) return false;
        var at = number.Length == 18 ? 10 : 8;
        var year = number.Length == 18 ? Two(number[6..]) * 100 + Two(number[8..]) : 1900 + Two(number[6..]);
        var month = Two(number[at..]);
        var day = Two(number[(at + 2)..]);
        if (year is < 1800 or > 2099 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>The province codes of GB/T 2260, and 81 to 83 for residence permits of Hong Kong, Macao and Taiwan residents.</summary>
    private static bool IsProvince(ReadOnlySpan<char> number) =>
        Two(number) is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54)
            or (>= 61 and <= 65) or 71 or (>= 81 and <= 83);

    private static int Two(ReadOnlySpan<char> digits) => (digits[0] - '0') * 10 + digits[1] - '0';

    private static string? Check(ReadOnlySpan<char> number)
    {
        if (number.Length is not (18 or 15)) return $"居民身份证号码应为 18 位（老号码 15 位），现为 {number.Length} 位（GB 11643）";
        if (!CodeText.AllDigits(number[..^1]) || !(number[^1] is (>= '0' and <= '9') || (number.Length == 18 && number[^1] == 'X')))
            return "居民身份证号码只能是数字，18 位号码的末位可以是 X（GB 11643）";
        if (CodeText.IsPlaceholder(number)) return "居民身份证号码是占位符，请填写真实号码";
        if (!IsProvince(number)) return "居民身份证号码前 2 位不是省级行政区划码（GB 11643）";
        if (!TryBirthDate(number, out _)) return "居民身份证号码中的出生日期不存在（GB 11643）";
        return number.Length == 15 || CheckCharacter(number) == number[17]
            ? null
            : "居民身份证号码校验位不符（GB 11643），请核对是否抄错";
    }
}
