using System.Text;
using CreditKit.Recognition;
using CreditKit.Records;

namespace CreditKit.Desensitization;

/// <summary>
/// Searches a code or number for an identity number inside it, at any place: old tax numbers of individual businesses are an
/// identity number and two characters, and registration and certificate numbers were made in the same way.
/// </summary>
internal static class IdentityScan
{
    /// <summary>The value with the identity number in it masked; a valid credit code is left alone.</summary>
    public static string Mask(string value, MaskingPolicy policy, out bool masked)
    {
        masked = false;
        if (UnifiedSocialCreditCode.IsValid(value)) return value;
        Span<char> number = stackalloc char[18];
        for (var at = 0; at + 15 <= value.Length; at++)
        {
            var length = LengthAt(value, at, number);
            if (length == 0) continue;
            masked = true;
            var rest = Mask(value[(at + length)..], policy, out _);
            return new StringBuilder().Append(value, 0, at).Append(policy.Mask(PersonalDataKind.IdentityNumber, value.AsSpan(at, length))).Append(rest).ToString();
        }

        return value;
    }

    private static int LengthAt(string value, int at, Span<char> number)
    {
        var length = Math.Min(18, value.Length - at);
        for (var i = 0; i < length; i++) number[i] = Chars.Upper(value[at + i]);
        if (length == 18 && ResidentIdentityNumber.IsCanonical(number)) return 18;
        // 15 digits carry no check: only as the whole of a number, or with the two characters of a tax number behind them.
        return at == 0 && value.Length is 15 or 17 && length >= 15 && ResidentIdentityNumber.IsCanonical(number[..15]) && !RegistrationNumber.IsValid(value)
            && Lexicon.DivisionCodes.Contains(int.Parse(number[..6], System.Globalization.CultureInfo.InvariantCulture)) ? 15 : 0;
    }
}
