using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>A small fixed set of words that answers, without allocation, which of them stands before or at a place in a text.</summary>
internal sealed class WordList
{
    private readonly PairTable _heads;
    private readonly PairTable _tails;

    // A bit per character answers most questions, which are misses, without a lookup; single characters are words by a bit too.
    private readonly ulong[] _first = new ulong[1024];
    private readonly ulong[] _last = new ulong[1024];
    private readonly ulong[] _single = new ulong[1024];

    public WordList(IEnumerable<string> words)
    {
        Words = [.. words.Distinct(StringComparer.Ordinal)];
        _heads = new PairTable(Words, w => (w[0], w[1]));
        _tails = new PairTable(Words, w => (w[^2], w[^1]));
        foreach (var word in Words)
        {
            Mark(_first, word[0]);
            Mark(_last, word[^1]);
            if (word.Length == 1) Mark(_single, word[0]);
        }
    }

    public string[] Words { get; }

    public IEnumerable<char> FirstCharacters => Words.Select(w => w[0]).Distinct();

    /// <summary>Whether a word begins with the character.</summary>
    public bool Begins(char c) => Has(_first, c);

    /// <summary>Length of the longest word that starts at <paramref name="at"/>; 0 when none does.</summary>
    public int MatchAt(ReadOnlySpan<char> text, int at)
    {
        if ((uint)at >= (uint)text.Length || !Has(_first, text[at])) return 0;
        if (at + 1 < text.Length && _heads.Of(text[at], text[at + 1]) is { } words)
        {
            var rest = text[at..];
            foreach (var word in words) if (rest.StartsWith(word.AsSpan())) return word.Length;
        }

        return Has(_single, text[at]) ? 1 : 0;
    }

    /// <summary>Length of the longest word that ends just before <paramref name="end"/>; 0 when none does.</summary>
    public int MatchBefore(ReadOnlySpan<char> text, int end)
    {
        if (end <= 0 || end > text.Length || !Has(_last, text[end - 1])) return 0;
        if (end > 1 && _tails.Of(text[end - 2], text[end - 1]) is { } words)
        {
            var head = text[..end];
            foreach (var word in words) if (head.EndsWith(word.AsSpan())) return word.Length;
        }

        return Has(_single, text[end - 1]) ? 1 : 0;
    }

    /// <summary>Whether one of the words stands anywhere in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++) if (MatchAt(text, i) > 0) return true;
        return false;
    }

    private static void Mark(ulong[] bits, char c) => bits[c >> 6] |= 1UL << c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(ulong[] bits, char c) => (bits[c >> 6] & 1UL << c) != 0;

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
