namespace CreditKit.Recognition;

/// <summary>
/// Names of foreigners in Latin letters: behind a cue word (外教Michael Johnson, NGUYEN THI LAN), and without one where the first
/// word is a given name that people have, or a family name where it comes first, and the place is not that of a brand.
/// </summary>
internal static class LatinNameRecognizer
{
    private static readonly HashSet<string> First = new(Lexicon.CueWords("latinFirst"), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Brands = new(Lexicon.CueWords("latinBrand"), StringComparer.OrdinalIgnoreCase);
    private static readonly WordList BrandBehind = Lexicon.Cue("latinBrandBehind");
    private const int MaxLength = 48, MaxWords = 5;

    /// <summary>Reads the name that may begin at <paramref name="at"/>, the start of a word; its end, or 0.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        if (text[at] is < 'A' or > 'Z') return 0;
        var end = End(text, at, out var words, out var capitals);
        if (words is < 2 or > MaxWords) return 0;
        if (CueReader.Precedes(NameRecognizer.Cues, text, at) && !capitals) return Add(at, end, found);
        if (!StandsAlone(text, at, end) || Brands.Contains(text[at..end].ToString()) || BrandBehind.MatchAt(text, SkipBlank(text, end)) > 0) return 0;
        var first = at;
        while (first < end && char.IsAsciiLetter(text[first])) first++;
        return First.Contains(text[at..first].ToString()) ? Add(at, end, found) : 0;
    }

    /// <summary>Reads the name behind a label; false when there is none.</summary>
    public static bool TryLabelled(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        var end = End(text, at, out var words, out _);
        return words is >= 2 and <= MaxWords && Add(at, end, found) > 0;
    }

    private static int Add(int at, int end, List<RecognizedSpan> found)
    {
        found.Add(new(at, end - at, PersonalDataKind.PersonName, false));
        return end;
    }

    /// <summary>End of the words that begin with a capital and stand together, parted by single blanks.</summary>
    private static int End(ReadOnlySpan<char> text, int at, out int words, out bool capitals)
    {
        var end = at;
        words = 0;
        capitals = true;
        while (end < text.Length && end - at < MaxLength && text[end] is >= 'A' and <= 'Z')
        {
            words++;
            while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '\'' or '-' or '.'))
            {
                capitals &= !char.IsAsciiLetterLower(text[end]);
                end++;
            }

            if (end + 1 < text.Length && text[end] == ' ' && text[end + 1] is >= 'A' and <= 'Z') end++;
        }

        while (end > at && text[end - 1] is ' ' or '.' or '-') end--;
        return end;
    }

    /// <summary>No quotes, brackets or digits touch it: models, brands and addresses of sites do.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> text, int at, int end) =>
        (at == 0 || Chars.IsHan(text[at - 1]) || text[at - 1] is '，' or '。' or '；' or '、' or '：' or ':' or ',' or '\n' or '\t' or '|')
        && (end == text.Length || Chars.IsHan(text[end]) || text[end] is '，' or '。' or '；' or '、' or '（' or '(' or ',' or '\n' or '\t' or '|');

    private static int SkipBlank(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }
}
