using CreditKit.Publication.Search;
using CreditKit.Templates;

namespace CreditKit.AspNetCore;

/// <summary>Marks the words of a search in a text, by the fold that finds them: any case, width, bracket form, traditional or simplified.</summary>
internal sealed class HitMarker(string? text)
{
    /// <summary>How much of a text is read for hits; lists show far less.</summary>
    private const int Reach = 4000;
    private const int Before = 12;
    private readonly SearchQuery? _query = SearchQuery.Parse(text);

    public TrustedMarkup Mark(string value) => _query is null ? TrustedMarkup.FromText(value) : TrustedMarkup.Marked(value, _query.Marks(value));

    /// <summary>The text from a little before its first hit, when that lies too deep to be seen in a list.</summary>
    public string From(string value, int deep)
    {
        if (_query is null || value.Length <= deep) return value;
        var marks = _query.Marks(value.Length > Reach ? value[..Reach] : value);
        if (marks.Count == 0 || marks[0].Start < deep) return value;
        var start = marks[0].Start - Before;
        return string.Concat("…", value.AsSpan(char.IsLowSurrogate(value[start]) ? start + 1 : start));
    }
}
