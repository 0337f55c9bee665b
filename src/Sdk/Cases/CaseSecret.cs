using System.Globalization;
using System.Security.Cryptography;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>Receipt numbers and secrets: random, without letters that look alike, easy to copy by hand.</summary>
internal static class CaseSecret
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int SecretLength = 16;

    /// <summary>A number such as <c>YY20261122-482915</c>: kind, day, and six random digits that do not tell how many there are.</summary>
    public static string NewNumber(CaseKind kind, DateOnly day) => string.Create(CultureInfo.InvariantCulture,
        $"{Prefix(kind)}{day:yyyyMMdd}-{RandomNumberGenerator.GetInt32(1_000_000):000000}");

    /// <summary>A secret of 79 random bits, in groups of four.</summary>
    public static string NewSecret()
    {
        var secret = RandomNumberGenerator.GetString(Alphabet, SecretLength);
        return string.Join('-', secret.Chunk(4).Select(c => new string(c)));
    }

    /// <summary>A number or secret as somebody typed it: full width, lower case, blanks and dashes do not matter.</summary>
    public static string Fold(string text)
    {
        var folded = CompatibilityFold.Fold(text).ToUpperInvariant();
        return string.Concat(folded.Where(char.IsAsciiLetterOrDigit));
    }

    /// <summary>A number as it is stored.</summary>
    public static string FoldNumber(string text) => Fold(text) is { Length: 16 } number ? $"{number[..10]}-{number[10..]}" : "";

    private static string Prefix(CaseKind kind) => kind switch
    {
        CaseKind.Objection => "YY",
        CaseKind.Enquiry => "ZX",
        CaseKind.CreditRepair => "XF",
        _ => "GR",
    };
}
