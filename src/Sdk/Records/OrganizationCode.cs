namespace CreditKit.Records;

/// <summary>
/// 组织机构代码 (GB 11714): 8 characters of 0-9 and A-Z and a check character, with or without a hyphen before it.
/// <see cref="Value"/> has no hyphen; it prints with one.
/// </summary>
public readonly record struct OrganizationCode
{
    /// <summary>Number of characters without the hyphen.</summary>
    public const int Length = 9;

    private static ReadOnlySpan<byte> Weights => [3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? _value;

    private OrganizationCode(string value) => _value = value;

    /// <summary>The 9 characters; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a code; false when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out OrganizationCode code) => TryParse(text, out code, out _);

    /// <summary>Reads a code; <paramref name="problem"/> says in Chinese what is wrong and what would be right.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out OrganizationCode code, out string? problem)
    {
        Span<char> folded = stackalloc char[Length + 1];
        var length = CodeText.Fold(text, folded);
        if (length == Length + 1 && folded[8] is ('-' or '—'))
        {
            folded[8] = folded[9];
            length = Length;
        }

        problem = length is < 0 or > Length ? WrongLength(text.Trim().Length) : Check(folded[..length]);
        code = problem is null ? new OrganizationCode(new string(folded[..Length])) : default;
        return problem is null;
    }

    /// <summary>Reads a code that is known to be right.</summary>
    /// <exception cref="FormatException">It is not; the message says why.</exception>
    public static OrganizationCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code, out var problem) ? code : throw new FormatException(problem);

    /// <summary>Whether the text is a valid code.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) => TryParse(text, out _, out _);

    /// <summary>What is wrong with the text, in Chinese; null when nothing is.</summary>
    public static string? Explain(ReadOnlySpan<char> text) => TryParse(text, out _, out var problem) ? null : problem;

    /// <summary>With the hyphen before the check character, as it is printed on certificates.</summary>
    public override string ToString() => Value is { Length: Length } v ? $"{v[..8]}-{v[8]}" : "";

    /// <summary>The check character of 8 characters (A counts 10); <c>?</c> when one of them is not allowed.</summary>
    internal static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var c = body[i];
            if (c is >= '0' and <= '9') sum += (c - '0') * Weights[i];
            else if (c is >= 'A' and <= 'Z') sum += (c - 'A' + 10) * Weights[i];
            else return '?';
        }

        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    private static string WrongLength(int length) => $"组织机构代码应为 9 位（校验位前可有连字符），现为 {length} 位（GB 11714）";

    private static string? Check(ReadOnlySpan<char> code)
    {
        if (code.Length != Length) return WrongLength(code.Length);
        var check = CheckCharacter(code);
        if (check == '?') return "组织机构代码前 8 位只能用数字和大写字母（GB 11714）";
        if (CodeText.IsPlaceholder(code)) return "组织机构代码是占位符，请填写真实代码；没有代码的请留空";
        return check == code[8] ? null : $"组织机构代码校验位不符：第 9 位是“{code[8]}”，按前 8 位计算应为“{check}”（GB 11714），请核对是否抄错";
    }
}
