using System.Buffers;
using System.Text;

namespace CreditKit.Publication.Search;

/// <summary>Words as queries of the full-text index; every part is quoted and holds tokens only.</summary>
internal static class SearchMatch
{
    /// <summary>The query for all words and facet tokens.</summary>
    public static byte[] Of(SearchQuery query, ReadOnlySpan<string> facets)
    {
        var writer = new ArrayBufferWriter<byte>(128);
        foreach (var word in query.Words)
        {
            And();
            var runes = Runes(word);
            var phrases = Phrases(runes);
            writer.Write(Column(runes));
            if (phrases.Count == 1)
            {
                writer.Write(phrases[0]);
                continue;
            }

            // One group at any distance: the rare phrases lead the walk, the last one decides.
            writer.Write("NEAR("u8);
            foreach (var phrase in phrases)
            {
                writer.Write(phrase);
                writer.Write(" "u8);
            }

            writer.Write(", 100000000)"u8);
        }

        foreach (var facet in facets)
        {
            And();
            writer.Write("facet : \""u8);
            writer.Write(Encoding.ASCII.GetBytes(facet));
            writer.Write("\""u8);
        }

        return writer.WrittenSpan.ToArray();

        void And()
        {
            if (writer.WrittenCount > 0) writer.Write(" AND "u8);
        }
    }

    /// <summary>
    /// What the index can be asked of a word part by part, each one token that every hit of the word has: numbers first, then
    /// the pairs from the end (names of places and trades begin alike). A word that is a token itself has one part.
    /// </summary>
    public static List<byte[]> Parts(string word)
    {
        var runes = Runes(word);
        var parts = new List<byte[]>();
        if (IsToken(runes))
        {
            Add(0, runes.Length);
            return parts;
        }

        for (var i = 0; i < runes.Length; i++)
            if (TokenWindows.IsFive(runes, i)) Add(i, TokenWindows.Five);
        for (var i = 0; i < runes.Length; i++)
            if (TokenWindows.IsFour(runes, i)) Add(i, TokenWindows.Four);
        if (!IsTold(runes))
            for (var i = runes.Length - 2; i >= 0; i--) Add(i, 2);
        return parts;

        void Add(int at, int size) => parts.Add([.. Column(runes), .. Phrase(runes.AsSpan(at, size), size)]);
    }

    private static int[] Runes(string word)
    {
        var runes = new int[word.Length];
        return runes[..SearchTokens.Runes(word, runes)];
    }

    private static ReadOnlySpan<byte> Column(ReadOnlySpan<int> runes) => runes.Length == 1 ? "single : "u8 : "pair : "u8;

    private static bool IsToken(ReadOnlySpan<int> runes) => runes.Length switch
    {
        1 or 2 => true,
        TokenWindows.Four => TokenWindows.IsFour(runes, 0),
        TokenWindows.Five => TokenWindows.IsFive(runes, 0),
        _ => false,
    };

    // Every four of the word is a token: they say all of it, and its pairs need not be asked.
    private static bool IsTold(ReadOnlySpan<int> runes)
    {
        var start = 0;
        return TokenWindows.NextFours(runes, ref start, out var count) && count == runes.Length - TokenWindows.Four + 1;
    }

    private static List<byte[]> Phrases(ReadOnlySpan<int> runes)
    {
        if (IsToken(runes)) return [Phrase(runes, runes.Length)];
        var phrases = new List<byte[]>();
        for (var i = 0; i < runes.Length; i++)
            if (TokenWindows.IsFive(runes, i)) phrases.Add(Phrase(runes.Slice(i, TokenWindows.Five), TokenWindows.Five));
        for (var i = 0; TokenWindows.NextFours(runes, ref i, out var count); i += count)
            phrases.Add(Phrase(runes.Slice(i, count + TokenWindows.Four - 1), TokenWindows.Four));
        if (!IsTold(runes)) phrases.Add(Phrase(runes, 2));
        return phrases;
    }

    // Every window of a size, one after the other.
    private static byte[] Phrase(ReadOnlySpan<int> runes, int size)
    {
        var bytes = new byte[((runes.Length - size + 1) * ((size * 4) + 1)) + 2];
        var n = 0;
        for (var i = 0; i + size <= runes.Length; i++)
        {
            bytes[n++] = i == 0 ? (byte)'"' : (byte)' ';
            foreach (var rune in runes.Slice(i, size)) n += SearchTokens.Encode(rune, bytes.AsSpan(n));
        }

        bytes[n++] = (byte)'"';
        return bytes[..n];
    }
}
