using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>A small fixed set of words that answers, without allocation, which of them stands before or at a place in a text.</summary>
internal sealed class WordList
{
    private readonly PairTable _heads;
    private readonly PairTable _tails;

    // A bit for two characters answers most questions, which are misses, without a lookup. Few bits, so that all lists together
    // stay in the nearest cache.
    private readonly ulong[] _headBits;
    private readonly ulong[] _tailBits;
    private readonly int _shift;

    /// <summary>The words of one character; null when there is none.</summary>
    private readonly ulong[]? _single;
    private readonly HashSet<char> _first;

    public WordList(IEnumerable<string> words)
    {
        Words = [.. words.Distinct(StringComparer.Ordinal)];
        _heads = new PairTable(Words, w => (w[0], w[1]));
        _tails = new PairTable(Words, w => (w[^2], w[^1]));
        var bits = 10;
        while (1 << bits < Words.Length * 16 && bits < 16) bits++;
        (_headBits, _tailBits, _shift) = (new ulong[1 << bits - 6], new ulong[1 << bits - 6], 32 - bits);
        _first = [.. Words.Select(w => w[0])];
        foreach (var word in Words)
        {
            if (word.Length == 1)
            {
                (_single ??= new ulong[1024])[word[0] >> 6] |= 1UL << word[0];
                continue;
            }

            Mark(_headBits, word[0], word[1]);
            Mark(_tailBits, word[^2], word[^1]);
        }
    }

    public string[] Words { get; }

    public IEnumerable<char> FirstCharacters => Words.Select(w => w[0]).Distinct();

    /// <summary>Whether a word begins with the character.</summary>
    public bool Begins(char c) => _first.Contains(c);

    /// <summary>Length of the longest word that starts at <paramref name="at"/>; 0 when none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MatchAt(ReadOnlySpan<char> text, int at)
    {
        if ((uint)at >= (uint)text.Length) return 0;
        if (at + 1 < text.Length && Has(_headBits, text[at], text[at + 1])) return LongestAt(text, at);
        return _single is not null && IsSingle(text[at]) ? 1 : 0;
    }

    /// <summary>Length of the longest word that ends just before <paramref name="end"/>; 0 when none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MatchBefore(ReadOnlySpan<char> text, int end)
    {
        if (end <= 0 || end > text.Length) return 0;
        if (end > 1 && Has(_tailBits, text[end - 2], text[end - 1])) return LongestBefore(text, end);
        return _single is not null && IsSingle(text[end - 1]) ? 1 : 0;
    }

    private int LongestAt(ReadOnlySpan<char> text, int at)
    {
        if (_heads.Of(text[at], text[at + 1]) is { } words)
        {
            var rest = text[at..];
            foreach (var word in words) if (rest.StartsWith(word.AsSpan())) return word.Length;
        }

        return _single is not null && IsSingle(text[at]) ? 1 : 0;
    }

    private int LongestBefore(ReadOnlySpan<char> text, int end)
    {
        if (_tails.Of(text[end - 2], text[end - 1]) is { } words)
        {
            var head = text[..end];
            foreach (var word in words) if (head.EndsWith(word.AsSpan())) return word.Length;
        }

        return _single is not null && IsSingle(text[end - 1]) ? 1 : 0;
    }

    /// <summary>Whether one of the words stands anywhere in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => Where(text) >= 0;

    /// <summary>Where the first of the words stands in the text; -1 when none does.</summary>
    public int Where(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++) if (MatchAt(text, i) > 0) return i;
        return -1;
    }

    private void Mark(ulong[] bits, char first, char second)
    {
        var bit = Bit(first, second);
        bits[bit >> 6] |= 1UL << (int)bit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Has(ulong[] bits, char first, char second)
    {
        var bit = Bit(first, second);
        return (bits[bit >> 6] & 1UL << (int)bit) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Bit(char first, char second) => ((uint)first << 16 | second) * 0x9E3779B1u >> _shift;

    private bool IsSingle(char c) => (_single![c >> 6] & 1UL << c) != 0;

    /// <summary>Words of two characters and more by two of their characters; longest first.</summary>
    private sealed class PairTable
    {
        private readonly uint[] _keys;
        private readonly string[]?[] _words;
        private readonly int _mask;

        public PairTable(string[] words, Func<string, (char First, char Second)> pair)
        {
            var groups = words.Where(w => w.Length > 1).GroupBy(pair).ToList();
            var size = 8;
            while (size < groups.Count * 3) size *= 2;
            (_keys, _words, _mask) = (new uint[size], new string[]?[size], size - 1);
            foreach (var group in groups)
            {
                var key = Key(group.Key.First, group.Key.Second);
                var slot = Slot(key);
                while (_words[slot] is not null) slot = slot + 1 & _mask;
                _keys[slot] = key;
                _words[slot] = [.. group.OrderByDescending(w => w.Length)];
            }
        }

        public string[]? Of(char first, char second)
        {
            var key = Key(first, second);
            for (var slot = Slot(key); ; slot = slot + 1 & _mask)
            {
                if (_words[slot] is not { } words) return null;
                if (_keys[slot] == key) return words;
            }
        }

        private static uint Key(char first, char second) => (uint)first << 16 | second;

        private int Slot(uint key) => (int)(key * 0x9E3779B1u >> 8) & _mask;
    }
}
