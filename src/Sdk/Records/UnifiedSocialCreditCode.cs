using System.Buffers;

namespace CreditKit.Records;

/// <summary>
/// 统一社会信用代码 (GB 32100-2015): 18 characters of 0-9 and A-Z without I, O, S, V, Z; both its own check character and
/// that of the organisation code inside (characters 9 to 17) hold. Blanks around, full-width forms and small letters are
/// accepted when parsed; <see cref="Value"/> is the printed form.
/// </summary>
public readonly record struct UnifiedSocialCreditCode
{
    /// <summary>Number of characters.</summary>
    public const int Length = 18;

    internal const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static ReadOnlySpan<byte> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private static readonly SearchValues<char> s_letters = SearchValues.Create(Alphabet);

    private readonly string? _value;

    private UnifiedSocialCreditCode(string value) => _value = value;

    /// <summary>The 18 characters; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Codes starting 92 belong to individual businesses (个体工商户).</summary>
    public bool IsSoleTrader => Value.StartsWith("92", StringComparison.Ordinal);

    /// <summary>Division code of the registering authority (characters 3 to 8).</summary>
    public string DivisionCode => Value is { Length: Length } v ? v[2..8] : "";

    /// <summary>The organisation code inside (characters 9 to 17).</summary>
    public OrganizationCode OrganizationCode => Value is { Length: Length } v ? OrganizationCode.Parse(v.AsSpan(8, 9)) : default;

    /// <summary>Reads a code; false when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out UnifiedSocialCreditCode code) => TryParse(text, out code, out _);

    /// <summary>Reads a code; <paramref name="problem"/> says in Chinese what is wrong and what would be right.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out UnifiedSocialCreditCode code, out string? problem)
    {
        Span<char> folded = stackalloc char[Length];
        var length = CodeText.Fold(text, folded);
        problem = Check(length < 0 ? text.Trim() : folded[..length]);
        code = problem is null ? new UnifiedSocialCreditCode(new string(folded)) : default;
        return problem is null;
    }

    /// <summary>Reads a code that is known to be right.</summary>
    /// <exception cref="FormatException">It is not; the message says why.</exception>
    public static UnifiedSocialCreditCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code, out var problem) ? code : throw new FormatException(problem);

    /// <summary>Whether the text is a valid code.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[Length];
        return CodeText.Fold(text, folded) == Length && IsCanonical(folded);
    }

    /// <summary>What is wrong with the text, in Chinese; null when nothing is.</summary>
    public static string? Explain(ReadOnlySpan<char> text) => TryParse(text, out _, out var problem) ? null : problem;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Check of 18 characters that are folded already; no allocation.</summary>
    internal static bool IsCanonical(ReadOnlySpan<char> code) =>
        code.Length == Length
        && Ordered(code)
        && CheckCharacter(code) == code[17]
        && OrganizationCode.CheckCharacter(code.Slice(8, 8)) == code[16]
        && !CodeText.IsPlaceholder(code[8..17])
        && code[2..17].IndexOfAnyExcept('0') >= 0;

    private static bool Ordered(ReadOnlySpan<char> code) => CodeText.AllDigits(code[2..8]) && code.IndexOfAnyExcept(s_letters) < 0;

    // 0-9, then A-Z without I, O, S, V, Z: the place in the alphabet is the letter's number less the letters left out before it.
    private static int ValueOf(char c) => c switch
    {
        <= '9' => c - '0',
        < 'I' => c - 'A' + 10,
        < 'O' => c - 'A' + 9,
        < 'S' => c - 'A' + 8,
        < 'V' => c - 'A' + 7,
        _ => c - 'A' + 6,
    };

    private static char CheckCharacter(ReadOnlySpan<char> code)
    {
        var weights = Weights;
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += ValueOf(code[i]) * weights[i];
        return Alphabet[(31 - sum % 31) % 31];
    }

    private static string? Check(ReadOnlySpan<char> code)
    {
        if (code.Length != Length) return $"统一社会信用代码应为 18 位，现为 {code.Length} 位（GB 32100-2015）";
        for (var i = 0; i < Length; i++)
            if (!Alphabet.Contains(code[i]))
                return $"统一社会信用代码第 {i + 1} 位是“{code[i]}”，只能用数字和除 I、O、S、V、Z 以外的大写字母（GB 32100-2015）";
        if (!CodeText.AllDigits(code[2..8])) return "统一社会信用代码第 3 至 8 位是登记机关行政区划码，应为 6 位数字（GB 32100-2015）";
        if (CodeText.IsPlaceholder(code[8..17])) return "统一社会信用代码是占位符，请填写真实代码；没有代码的请留空";
        var check = CheckCharacter(code);
        if (check != code[17]) return $"统一社会信用代码校验位不符：第 18 位是“{code[17]}”，按前 17 位计算应为“{check}”（GB 32100-2015），请核对是否抄错";
        var inner = OrganizationCode.CheckCharacter(code.Slice(8, 8));
        return inner == code[16] ? null : $"统一社会信用代码第 9 至 17 位的组织机构代码校验位不符：应为“{inner}”（GB 11714），请核对是否抄错";
    }
}
