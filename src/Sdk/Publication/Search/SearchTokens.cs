using System.Buffers;
using System.Text;

namespace CreditKit.Publication.Search;

/// <summary>
/// Folded text as tokens of the index: every code point once per record, every pair in order. A token is the UTF-8 of its
/// code points with ASCII moved out of ASCII, so that the tokenizer of SQLite sees brackets, quotes and digits as letters
/// and nothing that a visitor types can be read as query syntax. The mapping is one to one: what the index finds is
/// exactly what a substring scan finds.
/// </summary>
internal static class SearchTokens
{
    private const byte Blank = (byte)' ';

    // U+0080: no folded text contains it (control characters vanish), so a phrase never spans two values.
    private static ReadOnlySpan<byte> End => [0xC2, 0x80, Blank];

    /// <summary>Writes the tokens of a record's folded text: singles into one buffer, pairs into another.</summary>
    public static void Write(ReadOnlySpan<char> folded, ArrayBufferWriter<byte> singles, ArrayBufferWriter<byte> pairs, HashSet<int> seen)
    {
        seen.Clear();
        // A pair has at most 8 bytes and a blank per code unit, a single 4 and a blank.
        var pairSpan = pairs.GetSpan(folded.Length * 9 + 8);
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

        pairs.Advance(p);
        singles.Advance(s);
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

    private static void Word(string word, ArrayBufferWriter<byte> writer)
    {
        Span<byte> a = stackalloc byte[4], b = stackalloc byte[4];
        var length = 0;
        var any = false;
        foreach (var rune in word.EnumerateRunes())
        {
            var now = Encode(rune.Value, b);
            if (length > 0)
            {
                writer.Write(any ? " "u8 : "pair : \""u8);
                writer.Write(a[..length]);
                writer.Write(b[..now]);
                any = true;
            }

            b[..now].CopyTo(a);
            length = now;
        }

        if (!any)
        {
            writer.Write("single : \""u8);
            writer.Write(a[..length]);
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
