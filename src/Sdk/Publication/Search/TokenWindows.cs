namespace CreditKit.Publication.Search;

/// <summary>
/// Which windows of a text are tokens besides its pairs. Pairs of digits stand in nearly every record: a code, a date or an
/// amount asked by pairs alone would walk them all. Four in order that hold a digit or a letter narrow them to few records;
/// the beginning and the end of a long number with the character beside it (〔2024, 6830号) to those that mean this number.
/// </summary>
internal static class TokenWindows
{
    public const int Four = 4, Five = 5;

    /// <summary>The next windows of four that follow one another, from a place on; it moves to the first of them.</summary>
    public static bool NextFours(ReadOnlySpan<int> text, ref int start, out int count)
    {
        for (; start + Four <= text.Length; start++)
        {
            if (!IsFour(text, start)) continue;
            for (count = 1; IsFour(text, start + count); count++) { }
            return true;
        }

        count = 0;
        return false;
    }

    /// <summary>Whether the four code points at a place are a token: one is an ASCII letter or digit, or all are ASCII.</summary>
    public static bool IsFour(ReadOnlySpan<int> text, int at)
    {
        if (at + Four > text.Length) return false;
        var ascii = 0;
        foreach (var rune in text.Slice(at, Four))
        {
            if (rune < 0x80) ascii++;
            if (rune < 0x80 && char.IsAsciiLetterOrDigit((char)rune)) return true;
        }

        return ascii == Four;
    }

    /// <summary>Whether the five code points at a place are a token: four digits and what stands before or behind a number.</summary>
    public static bool IsFive(ReadOnlySpan<int> text, int at)
    {
        if (at + Five > text.Length) return false;
        for (var i = at + 1; i < at + Four; i++)
            if (!IsDigit(text[i])) return false;
        return IsDigit(text[at]) != IsDigit(text[at + Four]);
    }

    private static bool IsDigit(int rune) => rune is >= '0' and <= '9';
}
