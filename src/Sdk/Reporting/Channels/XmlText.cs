using System.Text;
using System.Xml;

namespace CreditKit.Reporting.Channels;

/// <summary>Text that XML can hold, and readers that a hostile answer cannot hurt.</summary>
internal static class XmlText
{
    /// <summary>The text, with a replacement character for each character that XML 1.0 cannot hold: visible, and of the same length.</summary>
    public static string Clean(string text)
    {
        var at = 0;
        while (at < text.Length && XmlConvert.IsXmlChar(text[at])) at++;
        if (at == text.Length) return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, at);
        for (var i = at; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append('\ufffd');
        }

        return clean.ToString();
    }

    /// <summary>Settings of a reader: no entities, no files, bounded.</summary>
    public static XmlReaderSettings Reading => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 16 << 20, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <summary>A writer into text.</summary>
    public static string Write(Action<XmlWriter> write, bool declaration)
    {
        var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = !declaration, NewLineHandling = NewLineHandling.Entitize })) write(xml);
        return text.ToString();
    }

    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
