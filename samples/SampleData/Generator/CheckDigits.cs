namespace SampleData;

/// <summary>Check characters, written from the standards' formulas and independent of the SDK, so that the files can test it.</summary>
internal static class CheckDigits
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] IdentityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>GB 32100: 17 characters in, 18 out.</summary>
    public static string CreditCode(string body)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += CreditAlphabet.IndexOf(body[i], StringComparison.Ordinal) * CreditWeights[i];
        return body + CreditAlphabet[(31 - sum % 31) % 31];
    }

    /// <summary>GB 11714: 8 characters in, 9 out.</summary>
    public static string OrganizationCode(string body)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10) * OrganizationWeights[i];
        return body + (11 - sum % 11) switch { 10 => "X", 11 => "0", var digit => (char)('0' + digit) };
    }

    /// <summary>GB 11643: 17 digits in, 18 characters out.</summary>
    public static string IdentityNumber(string body)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (body[i] - '0') * IdentityWeights[i];
        return body + "10X98765432"[sum % 11];
    }

    /// <summary>GB/T 17710 MOD 11,10: 14 digits in, 15 out.</summary>
    public static string RegistrationNumber(string body)
    {
        var p = 10;
        foreach (var digit in body)
        {
            var m = (p + digit - '0') % 10;
            p = (m == 0 ? 10 : m) * 2 % 11;
        }
        return body + (char)('0' + (11 - p) % 10);
    }

    /// <summary>Luhn, for bank cards.</summary>
    public static string BankCard(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = body[body.Length - 1 - i] - '0';
            if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return body + (char)('0' + (10 - sum % 10) % 10);
    }
}
