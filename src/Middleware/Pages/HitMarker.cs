using System.Text;
using CreditKit.Templates;

namespace CreditKit.AspNetCore;

/// <summary>
/// Marks the words of a search in a text. Letters are compared in any case and width and brackets in any form; what
/// only the store's larger fold finds (traditional characters) is found but not marked.
/// </summary>
internal sealed class HitMarker
{
    private const string Brackets = "〔［[（(【「『〈《{｛";
    private const string Closing = "〕］]）)】」』〉》}｝";
    private readonly string[] _words;

    public HitMarker(string? text) =>
        _words = text is null ? [] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Fold(w)).Distinct(StringComparer.Ordinal)];

    public TrustedMarkup Mark(string text)
    {
        if (_words.Length == 0 || text.Length == 0) return TrustedMarkup.FromText(text);
        var folded = Fold(text);
        var hit = new bool[text.Length];
        foreach (var word in _words)
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
                hit.AsSpan(at, word.Length).Fill(true);
        }

        var ranges = new List<(int Start, int Length)>();
        for (var i = 0; i < hit.Length; i++)
        {
            if (!hit[i]) continue;
            var start = i;
            while (i < hit.Length && hit[i]) i++;
            ranges.Add((start, i - start));
        }

        return TrustedMarkup.Marked(text, ranges);
    }

    /// <summary>The text from a little before its first hit, when that lies too deep to be seen in a list.</summary>
    public string From(string text, int deep)
    {
        if (_words.Length == 0 || text.Length <= deep) return text;
        var folded = Fold(text);
        var first = _words.Select(w => folded.IndexOf(w, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(0).Min();
        if (first < deep) return text;
        var start = first - 12;
        return string.Concat("…", text.AsSpan(char.IsLowSurrogate(text[start]) ? start + 1 : start));
    }

    /// <summary>One character for one, so that a position in the fold is a position in the text.</summary>
    private static string Fold(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            var c = from[i];
            to[i] = Brackets.Contains(c, StringComparison.Ordinal) ? '('
                : Closing.Contains(c, StringComparison.Ordinal) ? ')'
                : c is >= '\uFF01' and <= '\uFF5E' ? char.ToLowerInvariant((char)(c - 0xFEE0))
                : c == '\u3000' ? ' '
                : char.ToLowerInvariant(c);
        }
    });
}
