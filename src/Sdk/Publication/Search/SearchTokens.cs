using System.Buffers;
using System.Text;

namespace CreditKit.Publication.Search;

/// <summary>
/// Folded text as tokens of the index: every code point once per record, every pair in order, and behind them the longer
/// windows (<see cref="TokenWindows"/>) that make numbers rare. A token is the UTF-8 of its code points with ASCII moved out
/// of ASCII, so that the tokenizer of SQLite sees brackets, quotes and digits as letters and nothing that a visitor types can
/// be read as query syntax. The mapping is one to one: what the index finds is exactly what a substring scan finds.
/// </summary>
internal static class SearchTokens
{
    private const byte Blank = (byte)' ';

    // Bytes that the pair, the four, the five, the ends and the blanks of one code point take at most.
    private const int MostBytes = 64;

    // U+0080: no folded text contains it (control characters vanish), so a phrase never spans two values.
    private static ReadOnlySpan<byte> End => [0xC2, 0x80, Blank];

    /// <summary>Writes the tokens of a record's folded text: singles into one buffer, pairs and windows into another.</summary>
    public static void Write(ReadOnlySpan<char> folded, ArrayBufferWriter<byte> singles, ArrayBufferWriter<byte> pairs, HashSet<int> seen)
    {
        var rented = ArrayPool<int>.Shared.Rent(folded.Length);
        ReadOnlySpan<int> runes = rented.AsSpan(0, Runes(folded, rented));
        seen.Clear();
        var single = new TokenWriter(singles.GetSpan((runes.Length * 5) + 8));
        foreach (var rune in runes)
            if (rune != SearchText.Separator && seen.Add(rune)) single.Token([rune]);
        singles.Advance(single.Length);

        var pair = new TokenWriter(pairs.GetSpan((runes.Length * MostBytes) + 16));
        foreach (var range in runes.Split(SearchText.Separator))
        {
            var value = runes[range];
            for (var i = 0; i + 2 <= value.Length; i++) pair.Token(value.Slice(i, 2));
            if (value.Length > 0) pair.Raw(End);
        }

        foreach (var range in runes.Split(SearchText.Separator))
        {
            var value = runes[range];
            for (var i = 0; TokenWindows.NextFours(value, ref i, out var count); i += count)
            {
                for (var k = 0; k < count; k++) pair.Token(value.Slice(i + k, TokenWindows.Four));
                pair.Raw(End);
            }

            for (var i = 0; i < value.Length; i++)
            {
                if (!TokenWindows.IsFive(value, i)) continue;
                pair.Token(value.Slice(i, TokenWindows.Five));
                pair.Raw(End);
            }
        }

        pairs.Advance(pair.Length);
        ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>The code points of a folded text; at most as many as it has characters.</summary>
    public static int Runes(ReadOnlySpan<char> folded, Span<int> target)
    {
        var n = 0;
        foreach (var rune in folded.EnumerateRunes()) target[n++] = rune.Value;
        return n;
    }

    /// <summary>Writes the bytes of one code point of a token: ASCII to U+00A1..U+00FE; what stood there to plane 15, which the fold keeps free.</summary>
    public static int Encode(int rune, Span<byte> target)
    {
        if (rune < 0x80) rune += 0x80;
        else if (rune < 0x100) rune += 0xF0000;
        return new Rune(rune).EncodeToUtf8(target);
    }

    private ref struct TokenWriter(Span<byte> target)
    {
        private readonly Span<byte> _target = target;

        public int Length { get; private set; }

        public void Token(scoped ReadOnlySpan<int> runes)
        {
            foreach (var rune in runes) Length += Encode(rune, _target[Length..]);
            _target[Length++] = Blank;
        }

        public void Raw(scoped ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_target[Length..]);
            Length += bytes.Length;
        }
    }
}
