using System.Globalization;
using CreditKit.Records;

namespace CreditKit.Tests;

/// <summary>Invented codes with right check digits, made from a seed. None of them is meant to exist.</summary>
public static class Codes
{
    private static readonly string[] Divisions = ["350402", "110105", "440305", "330106", "510107", "610113", "230103", "150102", "650102", "530102"];

    public static string IdentityNumber(int seed)
    {
        var birth = new DateOnly(1930, 1, 1).AddDays((int)((uint)seed * 7919L % 28_000));
        var body = Divisions[(uint)seed % Divisions.Length] + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + $"{(uint)seed * 31L % 1000:000}";
        return body + ResidentIdentityNumber.CheckCharacter(body);
    }

    public static string OrganizationCode(int seed)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var rest = (long)(uint)seed * 2_654_435_761L;
        Span<char> body = stackalloc char[8];
        for (var i = 0; i < 8; i++, rest /= 31) body[i] = Alphabet[(int)(rest % 31)];
        return new string(body) + CreditKit.Records.OrganizationCode.CheckCharacter(body);
    }

    public static string CreditCode(int seed, string head = "91")
    {
        var body = head + Divisions[(uint)seed % Divisions.Length] + OrganizationCode(seed + 1);
        return UnifiedSocialCreditCode.Alphabet.Select(c => body + c).First(code => UnifiedSocialCreditCode.IsValid(code));
    }

    public static string RegistrationNumber(int seed)
    {
        var body = Divisions[(uint)seed % Divisions.Length] + ((uint)seed % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        return Enumerable.Range(0, 10).Select(d => body + d.ToString(CultureInfo.InvariantCulture)).First(n => CreditKit.Records.RegistrationNumber.IsValid(n));
    }
}
