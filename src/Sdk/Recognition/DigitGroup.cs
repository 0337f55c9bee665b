namespace CreditKit.Recognition;

/// <summary>
/// The digits that stand together from one place on: runs of digits, with blanks, line breaks, invisible characters or one
/// hyphen between them. At most 20 digits are kept; a run that is longer by itself ends the group.
/// </summary>
internal ref struct DigitGroup(Span<char> digits, Span<int> ends, Span<byte> counts)
{
    public const int MaxDigits = 20;

    /// <summary>The digits, folded.</summary>
    public readonly Span<char> Digits = digits;

    /// <summary>Per run: the offset in the text where it ends.</summary>
    public readonly Span<int> Ends = ends;

    /// <summary>Per run: how many digits there are up to its end.</summary>
    public readonly Span<byte> Counts = counts;

    /// <summary>Number of runs.</summary>
    public int Runs;

    /// <summary>The last kept run is followed by more digits of the group.</summary>
    public bool Continues;

    /// <summary>A hyphen stands somewhere inside.</summary>
    public bool Hyphens;

    /// <summary>Reads the group that starts with a digit at <paramref name="at"/>.</summary>
    public void Read(ReadOnlySpan<char> text, int at)
    {
        Runs = 0;
        var count = 0;
        while (true)
        {
            var start = at;
            while (at < text.Length && Chars.IsDigit(text[at]))
            {
                if (count == MaxDigits)
                {
                    Continues = true;
                    return;
                }

                Digits[count++] = (char)('0' + Chars.Digit(text[at++]));
            }

            if (at == start) return;
            Ends[Runs] = at;
            Counts[Runs++] = (byte)count;
            var next = SkipSeparator(text, at, out var hyphen);
            if (next == at || next >= text.Length || !Chars.IsDigit(text[next])) return;
            if (Runs == Ends.Length)
            {
                Continues = true;
                return;
            }

            Hyphens |= hyphen;
            at = next;
        }
    }

    /// <summary>Skips what may stand between two runs of one number; <paramref name="at"/> itself when nothing does.</summary>
    public static int SkipSeparator(ReadOnlySpan<char> text, int at, out bool hyphen)
    {
        hyphen = false;
        var limit = Math.Min(text.Length, at + 6);
        var i = at;
        for (; i < limit; i++)
        {
            if (Chars.IsBlank(text[i])) continue;
            if (!Chars.IsHyphen(text[i]) || hyphen) break;
            hyphen = true;
        }

        return i;
    }
}
