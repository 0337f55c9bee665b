namespace CreditKit.Records;

/// <summary>
/// Whether words can be what the disclosure of a natural person's data rests on (requirement 001-12): a text of law with its
/// article, or a consent with its day. A lone 有 or the mere name of a law is none.
/// </summary>
internal static class DisclosureBasis
{
    private const int ShortestLaw = 2, LongestArticle = 12;
    private static readonly System.Buffers.SearchValues<char> s_numerals = System.Buffers.SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十百零〇");

    /// <summary>The words name one.</summary>
    public static bool Stands(string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return false;
        var text = words.AsSpan();
        return NamesArticle(text) || (text.Contains("同意", StringComparison.Ordinal) && text.IndexOfAny(s_numerals) >= 0);
    }

    private static bool NamesArticle(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('第'); at >= 0;)
        {
            var rest = text[(at + 1)..];
            var end = rest.IndexOf('条');
            if (at >= ShortestLaw && end is > 0 and < LongestArticle && rest[..end].IndexOfAnyExcept(s_numerals) < 0) return true;
            var next = rest.IndexOf('第');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }
}
