using System.Text;
using HandlebarsDotNet;

namespace CreditKit.Templates;

/// <summary>Handlebars' encoding by <see cref="HtmlText"/>.</summary>
internal sealed class HandlebarsEncoder : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target)
    {
        if (text is null) return;
        foreach (var chunk in text.GetChunks()) HtmlText.Encode(chunk.Span, target);
    }

    public void Encode(string? text, TextWriter target) => HtmlText.Encode(text.AsSpan(), target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text is not null && text.MoveNext()) HtmlText.Encode([text.Current], target);
    }
}
