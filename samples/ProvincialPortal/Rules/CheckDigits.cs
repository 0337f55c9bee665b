namespace ProvincialPortal.Rules;

/// <summary>The province checks codes by itself (GB 32100-2015, GB 11714, GB 11643); nothing here is shared with the sender.</summary>
internal static class CheckDigits
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] s_creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] s_organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] s_identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static bool IsCreditCode(string code)
    {
        if (code.Length != 18 || code.All(c => c == code[0])) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var value = Alphabet.IndexOf(code[i]);
            if (value < 0) return false;
            sum += value * s_creditWeights[i];
        }

        return code[17] == Alphabet[(31 - sum % 31) % 31] && IsOrganizationCode(code[8..17]);
    }

    public static bool IsOrganizationCode(string code)
    {
        code = code.Replace("-", "", StringComparison.Ordinal);
        if (code.Length != 9) return false;
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            if (!char.IsAsciiDigit(code[i]) && !char.IsAsciiLetterUpper(code[i])) return false;
            sum += (char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10) * s_organizationWeights[i];
        }

        return (11 - sum % 11) switch { 10 => code[8] == 'X', 11 => code[8] == '0', var c => code[8] == (char)('0' + c) };
    }

    public static bool IsIdentityNumber(string number)
    {
        if (number.Length != 18) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(number[i])) return false;
            sum += (number[i] - '0') * s_identityWeights[i];
        }

        return number[17] == "10X98765432"[sum % 11];
    }
}
