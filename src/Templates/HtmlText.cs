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
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'`\0");

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

    /// <summary>Writes a text encoded, as UTF-8.</summary>
    public static void Encode(string? text, IBufferWriter<byte> output)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Special) is var at and >= 0)
        {
            Raw(rest[..at], output);
            Raw(Entity(rest[at]), output);
            rest = rest[(at + 1)..];
        }

        Raw(rest, output);
    }

    /// <summary>Writes a text as it is, as UTF-8.</summary>
    public static void Raw(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        if (text.IsEmpty) return;
        output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(text.Length * 3)));
    }

    private static string Entity(char c) => c switch
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
