using System.Buffers;
using System.Text;

namespace CreditKit.Publication.Search;

/// <summary>The words of a search, folded. All of them must occur; order does not matter.</summary>
internal sealed class SearchQuery
{
    /// <summary>Longest word and most words that are looked at.</summary>
    public const int LongestWord = 40, MostWords = 8;

    [ThreadStatic]
    private static ArrayBufferWriter<char>? s_folded;

    private SearchQuery(string[] words) => Words = words;

    /// <summary>Folded words without repetitions.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>One text that equal searches share, whatever their form: a key for caches.</summary>
    public string Key => string.Join('\n', Words);

    /// <summary>The words of what a visitor typed; null when nothing searchable is left.</summary>
    public static SearchQuery? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var words = new List<string>();
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var word = Cut(TextFold.Fold(part));
            if (word.Length > 0 && !words.Contains(word)) words.Add(word);
            if (words.Count == MostWords) break;
        }

        return words.Count == 0 ? null : new SearchQuery([.. words]);
    }

    /// <summary>Whether a folded text (see <see cref="SearchText"/>) has all words: the definition of a hit.</summary>
    public bool Matches(ReadOnlySpan<char> foldedText)
    {
        foreach (var word in Words)
            if (foldedText.IndexOf(word, StringComparison.Ordinal) < 0) return false;
        return true;
    }

    /// <summary>Where the words occur in a shown value, as (start, length) in UTF-16, in order and without overlap: for marking hits.</summary>
    public IReadOnlyList<(int Start, int Length)> Marks(string value)
    {
        var folded = s_folded ??= new ArrayBufferWriter<char>(256);
        folded.ResetWrittenCount();
        TextFold.Fold(value, folded);
        // Most values of a page of hits hold no word, and then it does not matter which character came from where.
        return HoldsAny(folded.WrittenSpan) ? Found(value) : [];
    }

    private bool HoldsAny(ReadOnlySpan<char> foldedText)
    {
        foreach (var word in Words)
            if (foldedText.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        return false;
    }

    private static int Next(ReadOnlySpan<char> text, string word, int from) => text[from..].IndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? from + at : -1;

    private List<(int Start, int Length)> Found(string value)
    {
        var folded = new ArrayBufferWriter<char>(value.Length + 8);
        var origin = new List<int>(value.Length + 8);
        for (var i = 0; i < value.Length;)
        {
            var used = char.IsHighSurrogate(value[i]) && i + 1 < value.Length ? 2 : 1;
            TextFold.Fold(value.AsSpan(i, used), folded);
            while (origin.Count < folded.WrittenCount) origin.Add(i);
            i += used;
        }

        var hit = new bool[value.Length];
        var text = folded.WrittenSpan;
        foreach (var word in Words)
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = Next(text, word, at + 1))
            {
                var last = origin[at + word.Length - 1];
                var end = char.IsHighSurrogate(value[last]) && last + 1 < value.Length ? last + 2 : last + 1;
                hit.AsSpan(origin[at], end - origin[at]).Fill(true);
            }

        var marks = new List<(int, int)>();
        for (var i = 0; i < hit.Length;)
        {
            if (!hit[i]) { i++; continue; }
            var start = i;
            while (i < hit.Length && hit[i]) i++;
            marks.Add((start, i - start));
        }

        return marks;
    }

    private static string Cut(string word)
    {
        var count = 0;
        var length = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (count++ == LongestWord) return word[..length];
            length += rune.Utf16SequenceLength;
        }

        return word;
    }
}
