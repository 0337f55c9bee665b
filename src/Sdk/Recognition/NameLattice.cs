using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>
/// A run of Han characters cut into words in the cheapest way, forwards and backwards, once for all names that may begin in
/// it. It answers what a reading as a name saves: less cost than the words that the same characters would make.
/// </summary>
internal ref struct NameLattice
{
    /// <summary>Characters seen before and behind a place at least, where the run has them.</summary>
    public const int Before = 8, Behind = 12;

    private const int Capacity = 128;

    private const short Infinite = 10_000;

    private readonly ReadOnlySpan<char> _text;
    private int _low;
    private int _high;
    private bool _whole;
    private Costs _forward;
    private Costs _backward;
    private int _asked = -1;
    private int _organization = -1;
    private Words _last;
    private Words _next;

    public NameLattice(ReadOnlySpan<char> text)
    {
        _text = text;
        _low = _high = -1;
    }

    /// <summary>What the cheapest cut costs that has no name in it.</summary>
    public readonly int Whole => _forward[_high - _low];

    /// <summary>What the cheapest cut costs that has a boundary before <paramref name="start"/> and one before <paramref name="end"/>, without what lies between.</summary>
    public readonly int Around(int start, int end) => _forward[start - _low] + _backward[end - _low];

    /// <summary>Where the next word of the list begins at or behind <paramref name="at"/>, or at least <paramref name="limit"/>: every place is looked at once.</summary>
    public int NextOrganization(WordList organizations, int at, int limit)
    {
        if (at < _asked || at > _organization) _asked = _organization = at;
        while (_organization < limit && organizations.MatchAt(_text, _organization) == 0) _organization++;
        return _organization;
    }

    /// <summary>Length and class of the word that ends before <paramref name="at"/>; 0 at the edge.</summary>
    public readonly int WordBefore(int at, out WordClass kind)
    {
        var word = at <= _high ? _last[at - _low] : (byte)0;
        kind = (WordClass)(word >> 3);
        return word & 7;
    }

    /// <summary>Length and class of the word that begins at <paramref name="at"/>; 0 at the edge.</summary>
    public readonly int WordAt(int at, out WordClass kind)
    {
        var word = at < _high ? _next[at - _low] : (byte)0;
        kind = (WordClass)(word >> 3);
        return word & 7;
    }

    /// <summary>Makes the cut cover the place <paramref name="at"/>, a Han character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Cover(int at)
    {
        if (at < _low || at >= _high || !_whole && at + Behind > _high) Cut(at);
    }

    private void Cut(int at)
    {
        var text = _text;
        var low = at;
        while (low > 0 && at - low < Before && Chars.IsHan(text[low - 1])) low--;
        var high = at;
        while (high < text.Length && high - low < Capacity - 1 && Chars.IsHan(text[high])) high++;
        (_low, _high) = (low, high);
        _whole = high == text.Length || !Chars.IsHan(text[high]);
        var run = text[low..high];
        Span<uint> arcs = stackalloc uint[run.Length * 4];
        Span<short> forward = _forward;
        Span<byte> last = _last;
        forward[..(run.Length + 1)].Fill(Infinite);
        (forward[0], last[0]) = (0, 0);
        var words = Lexicon.Words;
        for (var k = 0; k < run.Length; k++)
        {
            var c = run[k];
            var one = words.Single(c);
            arcs[k * 4] = one;
            Relax(forward, last, k, 1, one);
            if (k + 1 == run.Length) continue;
            uint two = 0, three = 0, four = 0;
            var pair = words.Pair(c, run[k + 1]);
            if (WordTable.IsPair(pair)) Relax(forward, last, k, 2, two = WordTable.Arc(pair));
            if (k + 2 < run.Length && WordTable.MayRun(pair, run[k + 2]))
            {
                if (words.TryGet(run.Slice(k, 3), out var cost, out var kind)) Relax(forward, last, k, 3, three = (uint)cost | (uint)kind << 8);
                if (WordTable.HasLong(pair) && k + 3 < run.Length && words.TryGet(run.Slice(k, 4), out cost, out kind)) Relax(forward, last, k, 4, four = (uint)cost | (uint)kind << 8);
            }

            (arcs[k * 4 + 1], arcs[k * 4 + 2], arcs[k * 4 + 3]) = (two, three, four);
        }

        Back(arcs, run.Length);
    }

    private void Back(scoped ReadOnlySpan<uint> arcs, int length)
    {
        Span<short> backward = _backward;
        Span<byte> next = _next;
        (backward[length], next[length]) = (0, 0);
        for (var k = length - 1; k >= 0; k--)
        {
            int best = Infinite, word = 0;
            for (var n = 1; n <= 4; n++)
            {
                var arc = arcs[k * 4 + n - 1];
                if (arc == 0) continue;
                var cost = backward[k + n] + (int)(arc & 0xff);
                if (cost >= best) continue;
                (best, word) = (cost, n | (int)(arc >> 8) << 3);
            }

            (backward[k], next[k]) = ((short)best, (byte)word);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Relax(Span<short> forward, Span<byte> last, int k, int length, uint arc)
    {
        var cost = forward[k] + (int)(arc & 0xff);
        if (cost >= forward[k + length]) return;
        forward[k + length] = (short)cost;
        last[k + length] = (byte)((uint)length | arc >> 8 << 3);
    }

    [InlineArray(Capacity)]
    private struct Costs
    {
        private short _first;
    }

    [InlineArray(Capacity)]
    private struct Words
    {
        private byte _first;
    }
}
