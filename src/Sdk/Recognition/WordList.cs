namespace CreditKit.Recognition;

/// <summary>A small fixed set of words that answers, without allocation, which of them stands before or at a place in a text.</summary>
internal sealed class WordList
{
    private readonly Dictionary<char, string[]> _byFirst;
    private readonly Dictionary<char, string[]> _byLast;

    // A bit per character answers most questions, which are misses, without a lookup.
    private readonly ulong[] _first = new ulong[1024];
    private readonly ulong[] _last = new ulong[1024];

    public WordList(IEnumerable<string> words)
    {
        Words = [.. words.Distinct(StringComparer.Ordinal)];
        _byFirst = Words.GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray());
        _byLast = Words.GroupBy(w => w[^1]).ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray());
        foreach (var word in Words)
        {
            _first[word[0] >> 6] |= 1UL << word[0];
            _last[word[^1] >> 6] |= 1UL << word[^1];
        }
    }

    public string[] Words { get; }

    public IEnumerable<char> FirstCharacters => _byFirst.Keys;

    /// <summary>Length of the longest word that starts at <paramref name="at"/>; 0 when none does.</summary>
    public int MatchAt(ReadOnlySpan<char> text, int at)
    {
        if ((uint)at >= (uint)text.Length || (_first[text[at] >> 6] & 1UL << text[at]) == 0 || !_byFirst.TryGetValue(text[at], out var words)) return 0;
        var rest = text[at..];
        foreach (var word in words) if (rest.StartsWith(word.AsSpan())) return word.Length;
        return 0;
    }

    /// <summary>Length of the longest word that ends just before <paramref name="end"/>; 0 when none does.</summary>
    public int MatchBefore(ReadOnlySpan<char> text, int end)
    {
        if (end <= 0 || end > text.Length || (_last[text[end - 1] >> 6] & 1UL << text[end - 1]) == 0 || !_byLast.TryGetValue(text[end - 1], out var words)) return 0;
        var head = text[..end];
        foreach (var word in words) if (head.EndsWith(word.AsSpan())) return word.Length;
        return 0;
    }

    /// <summary>Whether one of the words stands anywhere in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++) if (MatchAt(text, i) > 0) return true;
        return false;
    }
}
