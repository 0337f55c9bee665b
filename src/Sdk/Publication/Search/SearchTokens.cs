using System.Buffers;
using System.Text;

namespace CreditKit.Publication.Search;

/// <summary>
/// Folded text as tokens of the index: every code point once per record, every pair in order, and behind them every four in
/// order of what is ASCII only. Pairs of digits stand in nearly every record: a credit code asked by pairs alone would walk
/// them all, by fours it is found at once. A token is the UTF-8 of its code points with ASCII moved out of ASCII, so that the tokenizer of SQLite sees brackets, quotes and digits as letters
/// and nothing that a visitor types can be read as query syntax. The mapping is one to one: what the index finds is
/// exactly what a substring scan finds.
/// </summary>
internal static class SearchTokens
{
    private const byte Blank = (byte)' ';

    // Shorter stretches of ASCII are asked by pairs.
    private const int Four = 4;

    // How far a four may stand from the pairs: anywhere.
    private static ReadOnlySpan<byte> Anywhere => ", 100000000)"u8;

    // U+0080: no folded text contains it (control characters vanish), so a phrase never spans two values.
    private static ReadOnlySpan<byte> End => [0xC2, 0x80, Blank];

    /// <summary>Writes the tokens of a record's folded text: singles into one buffer, pairs into another.</summary>
    public static void Write(ReadOnlySpan<char> folded, ArrayBufferWriter<byte> singles, ArrayBufferWriter<byte> pairs, HashSet<int> seen)
    {
        seen.Clear();
        // A pair has at most 8 bytes and a blank per code unit, as has a four; a single 4 and a blank.
        var pairSpan = pairs.GetSpan((folded.Length * 18) + 16);
        var singleSpan = singles.GetSpan(folded.Length * 5 + 8);
        int p = 0, s = 0, lastLength = 0;
        Span<byte> last = stackalloc byte[4], now = stackalloc byte[4];
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (c == SearchText.Separator)
            {
                if (lastLength > 0)
                {
                    End.CopyTo(pairSpan[p..]);
                    p += End.Length;
                }

                lastLength = 0;
                continue;
            }

            int rune = c;
            if (char.IsSurrogate(c) && Rune.DecodeFromUtf16(folded[i..], out var whole, out var used) == OperationStatus.Done)
            {
                rune = whole.Value;
                i += used - 1;
            }

            var start = p;
            if (lastLength > 0)
            {
                last[..lastLength].CopyTo(pairSpan[p..]);
                p += lastLength;
            }
            else
            {
                start = -1;
            }

            var length = Encode(rune, now);
            if (start >= 0)
            {
                now[..length].CopyTo(pairSpan[p..]);
                p += length;
                pairSpan[p++] = Blank;
            }

            if (seen.Add(rune))
            {
                now[..length].CopyTo(singleSpan[s..]);
                s += length;
                singleSpan[s++] = Blank;
            }

            now[..length].CopyTo(last);
            lastLength = length;
        }

        pairs.Advance(p + Fours(folded, pairSpan[p..]));
        singles.Advance(s);
    }

    private static int Fours(ReadOnlySpan<char> folded, Span<byte> target)
    {
        var n = 0;
        var start = 0;
        while (NextRun(folded, ref start, out var length))
        {
            End.CopyTo(target[n..]);
            n += End.Length;
            n += Fours(folded.Slice(start, length), target[n..], first: false);
            start += length;
        }

        return n;
    }

    // The fours of one stretch; a blank behind each, or between them.
    private static int Fours(ReadOnlySpan<char> run, Span<byte> target, bool first)
    {
        var n = 0;
        for (var i = 0; i + Four <= run.Length; i++)
        {
            if (first && i > 0) target[n++] = Blank;
            for (var k = i; k < i + Four; k++) n += Encode(run[k], target[n..]);
            if (!first) target[n++] = Blank;
        }

        return n;
    }

    /// <summary>The next stretch of ASCII that is long enough, from a place on.</summary>
    private static bool NextRun(ReadOnlySpan<char> text, ref int start, out int length)
    {
        for (; start < text.Length; start += Math.Max(length, 1))
        {
            for (length = 0; start + length < text.Length && text[start + length] is < '\x80' and not SearchText.Separator;) length++;
            if (length >= Four) return true;
        }

        length = 0;
        return false;
    }

    /// <summary>The query of the full-text index for words and facet tokens; every part is quoted and holds tokens only.</summary>
    public static byte[] Match(SearchQuery query, ReadOnlySpan<string> facets)
    {
        var writer = new ArrayBufferWriter<byte>(128);
        var first = true;
        foreach (var word in query.Words)
        {
            And();
            Word(word, writer);
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
            if (!first) writer.Write(" AND "u8);
            first = false;
        }
    }

    /// <summary>
    /// What the index can be asked of a word one by one, each a query of its own that every hit of the word is a hit of: the
    /// stretches of ASCII, then the pairs from the end (names of places and trades begin alike), or the only code point.
    /// </summary>
    public static IEnumerable<string> Parts(string word)
    {
        var parts = new List<string>();
        var writer = new ArrayBufferWriter<byte>(64);
        var start = 0;
        for (; NextRun(word, ref start, out var length); start += length)
        {
            writer.Write("pair : \""u8);
            writer.Advance(Fours(word.AsSpan(start, length), writer.GetSpan(length * 12), first: true));
            writer.Write("\""u8);
            Add();
        }

        var runes = word.EnumerateRunes().ToArray();
        for (var i = runes.Length - 2; i >= 0; i--)
        {
            Pairs(runes[i].ToString() + runes[i + 1], writer);
            Add();
        }

        if (runes.Length == 1)
        {
            Pairs(word, writer);
            Add();
        }

        return parts;

        void Add()
        {
            parts.Add(Encoding.UTF8.GetString(writer.WrittenSpan));
            writer.ResetWrittenCount();
        }
    }

    // The fours come first: what is rare leads the walk. A word that is all ASCII is told by its fours alone.
    private static void Word(string word, ArrayBufferWriter<byte> writer)
    {
        var start = 0;
        if (!NextRun(word, ref start, out var length))
        {
            Pairs(word, writer);
            return;
        }

        var whole = length == word.Length;
        writer.Write(whole ? "pair : "u8 : "pair : NEAR("u8);
        do
        {
            writer.Write("\""u8);
            writer.Advance(Fours(word.AsSpan(start, length), writer.GetSpan(length * 12), first: true));
            writer.Write(whole ? "\""u8 : "\" "u8);
            start += length;
        }
        while (NextRun(word, ref start, out length));
        if (whole) return;
        Phrase(word, writer);
        writer.Write(Anywhere);
    }

    private static void Pairs(string word, ArrayBufferWriter<byte> writer)
    {
        Rune.DecodeFromUtf16(word, out var first, out var used);
        if (used < word.Length)
        {
            writer.Write("pair : "u8);
            Phrase(word, writer);
            return;
        }

        Span<byte> only = stackalloc byte[4];
        writer.Write("single : \""u8);
        writer.Write(only[..Encode(first.Value, only)]);
        writer.Write("\""u8);
    }

    // The pairs of a word of two code points or more.
    private static void Phrase(string word, ArrayBufferWriter<byte> writer)
    {
        Span<byte> a = stackalloc byte[4], b = stackalloc byte[4];
        var length = 0;
        var any = false;
        foreach (var rune in word.EnumerateRunes())
        {
            var now = Encode(rune.Value, b);
            if (length > 0)
            {
                writer.Write(any ? " "u8 : "\""u8);
                writer.Write(a[..length]);
                writer.Write(b[..now]);
                any = true;
            }

            b[..now].CopyTo(a);
            length = now;
        }

        writer.Write("\""u8);
    }

    private static int Encode(int rune, Span<byte> target)
    {
        // ASCII to U+00A1..U+00FE; what stood there to plane 15, which the fold keeps free.
        if (rune < 0x80) rune += 0x80;
        else if (rune < 0x100) rune += 0xF0000;
        return new Rune(rune).EncodeToUtf8(target);
    }
}
