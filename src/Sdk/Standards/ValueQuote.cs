using CreditKit.Recognition;

namespace CreditKit.Standards;

/// <summary>
/// Names a cell in a message, with its bad value where that may be repeated: never of a personal column, never what looks
/// like a person's name or number (columns slip, and the name stands where the date should).
/// </summary>
internal static class ValueQuote
{
    private const int Longest = 24;
    private const int LongestNumber = 10;

    /// <summary><c>“处罚类别”填的是“罚金”，</c>, or <c>“处罚类别”</c> alone where the value is not to be repeated.</summary>
    public static string Of(string heading, string value, bool personal)
    {
        var text = value.Trim();
        return personal || !MayRepeat(text) ? $"“{heading}”" : $"“{heading}”填的是“{text}”，";
    }

    private static bool MayRepeat(string text)
    {
        if (text.Length is 0 or > Longest) return false;
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(TextNormalizer.Half(c)) ? digits + 1 : 0;
            if (digits > LongestNumber || char.IsControl(c)) return false;
        }

        return !MayBeName(text) && TextRecognizer.Find(text).Count == 0;
    }

    private static bool MayBeName(string text) =>
        text.Length <= 4 && (Lexicon.IsSurname(text[0]) || Lexicon.CompoundSurnames.MatchAt(text, 0) > 0) || text.Contains('·');
}
