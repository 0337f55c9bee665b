using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>
/// The characters around a place that may begin a name, cut into words in the cheapest way, with and without a boundary
/// there. It answers what a reading as a name saves: less cost than the words that the same characters would make.
/// </summary>
internal ref struct NameWindow
{
    /// <summary>Characters looked at before and behind the place.</summary>
    public const int Before = 5, Behind = 9;

    public const int Capacity = Before + Behind + 1;

    private const int Infinite = 10_000;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _low;
    private readonly int _length;
    private Costs _forward;
    private Costs _backward;
    private Costs _last;
    private Costs _next;
    private Classes _lastClass;
    private Classes _nextClass;

    public NameWindow(ReadOnlySpan<char> text, int at)
    {
        _text = text;
        _low = at;
        while (_low > 0 && at - _low < Before && Chars.IsHan(text[_low - 1])) _low--;
        var high = at;
        while (high < text.Length && high - at < Behind && Chars.IsHan(text[high])) high++;
        _length = high - _low;
        Cut();
    }

    /// <summary>What the cheapest cut costs that has no name in it.</summary>
    public readonly int Whole => _forward[_length];

    /// <summary>What the cheapest cut costs that has a boundary before <paramref name="start"/> and one before <paramref name="end"/>, without what lies between.</summary>
    public readonly int Around(int start, int end) => _forward[start - _low] + _backward[end - _low];

    /// <summary>Length and class of the word that ends before <paramref name="at"/>; 0 at the edge.</summary>
    public readonly int WordBefore(int at, out WordClass kind)
    {
        kind = (WordClass)_lastClass[at - _low];
        return _last[at - _low];
    }

    /// <summary>Length and class of the word that begins at <paramref name="at"/>; 0 at the edge.</summary>
    public readonly int WordAt(int at, out WordClass kind)
    {
        kind = (WordClass)_nextClass[at - _low];
        return _next[at - _low];
    }

    private void Cut()
    {
        for (var k = 1; k <= _length; k++) _forward[k] = _backward[k - 1] = Infinite;
        _forward[0] = _backward[_length] = 0;
        var words = Lexicon.Words;
        // Words of two to four characters from each place, found once for both directions.
        Span<byte> costs = stackalloc byte[Capacity * 5];
        Span<byte> kinds = stackalloc byte[Capacity * 5];
        costs.Clear();
        for (var k = 0; k < _length; k++)
        {
            var c = _text[_low + k];
            costs[k * 5 + 1] = words.SingleCost(c);
            kinds[k * 5 + 1] = (byte)words.SingleClass(c);
            if (k + 2 <= _length)
            {
                if (words.TryPair(c, _text[_low + k + 1], out var cost, out var kind, out var longest)) (costs[k * 5 + 2], kinds[k * 5 + 2]) = ((byte)cost, (byte)kind);
                for (var n = 3; n <= longest && k + n <= _length; n++)
                    if (words.TryGet(_text.Slice(_low + k, n), out cost, out kind)) (costs[k * 5 + n], kinds[k * 5 + n]) = ((byte)cost, (byte)kind);
            }

            for (var n = 1; n <= 4 && k + n <= _length; n++)
            {
                if (costs[k * 5 + n] == 0 || _forward[k] + costs[k * 5 + n] >= _forward[k + n]) continue;
                _forward[k + n] = (short)(_forward[k] + costs[k * 5 + n]);
                _last[k + n] = (short)n;
                _lastClass[k + n] = kinds[k * 5 + n];
            }
        }

        for (var k = _length - 1; k >= 0; k--)
        {
            for (var n = 1; n <= 4 && k + n <= _length; n++)
            {
                if (costs[k * 5 + n] == 0 || _backward[k + n] + costs[k * 5 + n] >= _backward[k]) continue;
                _backward[k] = (short)(_backward[k + n] + costs[k * 5 + n]);
                _next[k] = (short)n;
                _nextClass[k] = kinds[k * 5 + n];
            }
        }
    }

    [InlineArray(Capacity)]
    private struct Costs
    {
        private short _first;
    }

    [InlineArray(Capacity)]
    private struct Classes
    {
        private byte _first;
    }
}
