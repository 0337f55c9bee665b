namespace CreditKit.Recognition;

/// <summary>Looks at the words just before a place, over the punctuation that people put between a cue and its value.</summary>
internal static class CueReader
{
    /// <summary>End of the text before <paramref name="at"/> without blanks, colons, brackets and 为, 是, 系.</summary>
    public static int EndBefore(ReadOnlySpan<char> text, int at)
    {
        var floor = Math.Max(0, at - 8);
        while (at > floor && IsFiller(text[at - 1])) at--;
        return at;
    }

    /// <summary>Whether one of the words stands before <paramref name="at"/>.</summary>
    public static bool Precedes(WordList words, ReadOnlySpan<char> text, int at) => words.MatchBefore(text, EndBefore(text, at)) > 0;

    /// <summary>Whether one of the words stands within the <paramref name="reach"/> characters before <paramref name="at"/>, in the same sentence.</summary>
    public static bool Near(WordList words, ReadOnlySpan<char> text, int at, int reach)
    {
        for (var end = at; end > 0 && end > at - reach; end--)
        {
            if (text[end - 1] is '。' or '；' or ';' or '\n') return false;
            if (words.MatchBefore(text, end) > 0) return true;
        }

        return false;
    }

    private static bool IsFiller(char c) =>
        Chars.IsColon(c) || c is ' ' or '\t' or '　' or '（' or '(' or '【' or '[' or '为' or '是' or '系' or '“' or '"' or '「' or '№' or '#' or '＃' or '=' or '.' or '．';
}
