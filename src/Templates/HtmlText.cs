using System.Buffers;
using System.Text;

namespace CreditKit.Templates;

/// <summary>
/// HTML encoding that touches only what has a meaning in HTML. The framework's default encoder writes every Chinese
/// character as a numeric reference, which doubles a page and is unreadable in the source.
/// </summary>
internal static class HtmlText
{
    /// <summary>The characters with a meaning, in text and in attributes of any quoting; U+0000 is no character of HTML.</summary>
    public static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'`\0");

    public static string Encode(string text)
    {
        var rest = text.AsSpan();
        if (rest.IndexOfAny(Special) < 0) return text;
        var html = new StringBuilder(text.Length + 16);
        while (rest.IndexOfAny(Special) is var at and >= 0)
        {
            html.Append(rest[..at]).Append(Entity(rest[at]));
            rest = rest[(at + 1)..];
        }

        return html.Append(rest).ToString();
    }

    /// <summary>What stands for a character with a meaning.</summary>
    public static string Entity(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '`' => "&#96;",
        _ => "\uFFFD",
    };
}
