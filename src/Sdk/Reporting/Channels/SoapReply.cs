using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CreditKit.Reporting.Channels;

/// <summary>The national service's reply: a code, and then the ids of all rows or the line of the first bad one.</summary>
internal sealed record SoapReply
{
    /// <summary>The code; <c>00</c> is success.</summary>
    public required string Code { get; init; }

    /// <summary>1-based number of the first bad row; 0: the XML could not be read; null: not said.</summary>
    public int? Line { get; init; }

    /// <summary>The receiver's words, where it has any.</summary>
    public string Message { get; init; } = "";

    /// <summary>National record ids, one per row in order.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Rows as the receiver has them, for a question; an empty one where it has none.</summary>
    public IReadOnlyList<XElement> Rows { get; init; } = [];

    /// <summary>The reply as it came.</summary>
    public required string Raw { get; init; }

    /// <summary>Reads a reply; null when it is not one.</summary>
    public static SoapReply? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.Trim()), XmlText.Reading);
            var root = XDocument.Load(reader).Root!;
            var row = root.Elements().FirstOrDefault(e => e.Name.LocalName == "row") ?? root;
            string? Child(params string[] names) => row.Elements().FirstOrDefault(e => names.Contains(e.Name.LocalName))?.Value.Trim();
            if (Child("code") is not { Length: > 0 } code) return null;
            return new SoapReply
            {
                Code = code,
                Line = int.TryParse(Child("line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null,
                Message = Child("message", "msg", "desc") ?? "",
                Ids = [.. row.Elements().Where(e => e.Name.LocalName == "ids").Elements().Select(e => e.Value.Trim())],
                Rows = [.. row.Elements().Where(e => e.Name.LocalName == "ROWDATA").Elements()],
                Raw = text,
            };
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
