namespace CreditKit.Records;

/// <summary>工商注册号 of 15 digits, the last a check digit (GB/T 17710, MOD 11,10). Older numbers of 12 or 13 digits have none.</summary>
public readonly record struct RegistrationNumber
{
    /// <summary>Number of digits.</summary>
    public const int Length = 15;

    private readonly string? _value;

    private RegistrationNumber(string value) => _value = value;

    /// <summary>The 15 digits; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a number; false when it is none (older numbers of 12 or 13 digits too: see <see cref="IsOlderForm"/>).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RegistrationNumber number) => TryParse(text, out number, out _);

    /// <summary>Reads a number; <paramref name="problem"/> says in Chinese what is wrong and what would be right.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RegistrationNumber number, out string? problem)
    {
        Span<char> folded = stackalloc char[Length];
        var length = CodeText.Fold(text, folded);
        problem = Check(length < 0 ? text.Trim() : folded[..length]);
        number = problem is null ? new RegistrationNumber(new string(folded)) : default;
        return problem is null;
    }

    /// <summary>Reads a number that is known to be right.</summary>
    /// <exception cref="FormatException">It is not; the message says why.</exception>
    public static RegistrationNumber Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var number, out var problem) ? number : throw new FormatException(problem);

    /// <summary>Whether the text is a valid number of 15 digits.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[Length];
        return CodeText.Fold(text, folded) == Length && IsCanonical(folded);
    }

    /// <summary>12 or 13 digits: a number from before the check digit; nothing more can be checked.</summary>
    public static bool IsOlderForm(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[Length];
        var length = CodeText.Fold(text, folded);
        return length is 12 or 13 && CodeText.AllDigits(folded[..length]) && !CodeText.IsPlaceholder(folded[..length]);
    }

    /// <summary>What is wrong with the text, in Chinese; null when nothing is.</summary>
    public static string? Explain(ReadOnlySpan<char> text) => TryParse(text, out _, out var problem) ? null : problem;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Check of 15 characters that are folded already; no allocation.</summary>
    internal static bool IsCanonical(ReadOnlySpan<char> number) =>
        number.Length == Length && CodeText.AllDigits(number) && CheckDigit(number) == number[14] && !CodeText.IsPlaceholder(number);

    private static char CheckDigit(ReadOnlySpan<char> number)
    {
        var p = 10;
        for (var i = 0; i < 14; i++)
        {
            var m = (p + number[i] - '0') % 10;
            p = (m == 0 ? 10 : m) * 2 % 11;
        }

        return (char)('0' + (11 - p) % 10);
    }

    private static string? Check(ReadOnlySpan<char> number)
    {
        if (number.Length != Length) return $"工商注册号应为 15 位数字，现为 {number.Length} 位（GB/T 17710）";
        if (!CodeText.AllDigits(number)) return "工商注册号只能是数字（GB/T 17710）";
        if (CodeText.IsPlaceholder(number)) return "工商注册号是占位符，请填写真实号码；没有号码的请留空";
        var check = CheckDigit(number);
        return check == number[14] ? null : $"工商注册号校验位不符：第 15 位是“{number[14]}”，按前 14 位计算应为“{check}”（GB/T 17710），请核对是否抄错";
    }
}
