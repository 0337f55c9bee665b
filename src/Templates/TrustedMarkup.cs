using System.Text;

namespace CreditKit.Templates;

/// <summary>
/// Markup that is written as it is. The only way to make one is from text that is encoded on the way in, so a value of
/// this type can never carry a visitor's or a record's markup.
/// </summary>
public readonly struct TrustedMarkup : IEquatable<TrustedMarkup>
{
    private readonly string? _html;

    private TrustedMarkup(string html) => _html = html;

    /// <summary>Whether there is nothing to show; templates test <c>{{#if …}}</c> against the text.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_html);

    /// <summary>Plain text, encoded.</summary>
    public static TrustedMarkup FromText(string text) => new(HtmlText.Encode(text));

    /// <summary>Text with hits in <c>mark</c> elements; everything is encoded.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hits">Ranges in ascending order that do not overlap.</param>
    public static TrustedMarkup Marked(string text, IReadOnlyList<(int Start, int Length)> hits)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(hits);
        if (hits.Count == 0) return FromText(text);
        var html = new StringBuilder(text.Length + (hits.Count * 13));
        var at = 0;
        foreach (var (start, length) in hits)
        {
            html.Append(HtmlText.Encode(text[at..start])).Append("<mark>").Append(HtmlText.Encode(text.Substring(start, length))).Append("</mark>");
            at = start + length;
        }

        return new(html.Append(HtmlText.Encode(text[at..])).ToString());
    }

    /// <summary>JSON for a <c>script type="application/ld+json"</c> element; refused when it could end the element.</summary>
    /// <param name="json">JSON whose writer escapes <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>.</param>
    internal static TrustedMarkup FromEscapedJson(string json) =>
        json.AsSpan().IndexOfAny('<', '>', '&') < 0 ? new(json) : throw new ArgumentException("JSON must be written with an encoder that escapes HTML.", nameof(json));

    /// <inheritdoc/>
    public override string ToString() => _html ?? "";

    /// <inheritdoc/>
    public bool Equals(TrustedMarkup other) => ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TrustedMarkup other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Same markup.</summary>
    public static bool operator ==(TrustedMarkup left, TrustedMarkup right) => left.Equals(right);

    /// <summary>Other markup.</summary>
    public static bool operator !=(TrustedMarkup left, TrustedMarkup right) => !left.Equals(right);
}
