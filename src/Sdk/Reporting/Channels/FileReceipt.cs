using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// The receipt of a file: <c>&lt;receipt file number&gt;</c> with a <c>row</c> (<c>line</c>, <c>code</c>, <c>message</c>, <c>id</c>) for each row
/// that is refused or has an id of its own; all others are taken under the receipt's number. From the platform, or typed in.
/// </summary>
internal sealed record FileReceipt(string File, string Number, IReadOnlyList<FileReceiptRow> Rows)
{
    /// <summary>Reads a receipt; null when the file is none.</summary>
    public static FileReceipt? Read(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, XmlText.Reading);
            var root = XDocument.Load(reader).Root!;
            if (root.Name.LocalName != "receipt" || root.Attribute("file")?.Value is not { Length: > 0 } file) return null;
            return new FileReceipt(Path.GetFileName(file), root.Attribute("number")?.Value ?? "",
                [.. root.Elements("row").Select(r => new FileReceiptRow((int?)r.Element("line") ?? 0, r.Element("code")?.Value ?? "", r.Element("message")?.Value ?? "", r.Element("id")?.Value ?? ""))]);
        }
        catch (Exception e) when (e is XmlException or IOException or FormatException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a receipt beside others, under the name that its file has.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, File + ".receipt.xml");
        System.IO.File.WriteAllText(path + ".tmp", XmlText.Write(xml =>
        {
            xml.WriteStartElement("receipt");
            xml.WriteAttributeString("file", File);
            xml.WriteAttributeString("number", Number);
            foreach (var row in Rows)
            {
                xml.WriteStartElement("row");
                xml.WriteElementString("line", row.Line.ToString(CultureInfo.InvariantCulture));
                xml.WriteElementString("code", XmlText.Clean(row.Code));
                xml.WriteElementString("message", XmlText.Clean(row.Message));
                if (row.Id.Length > 0) xml.WriteElementString("id", XmlText.Clean(row.Id));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }, declaration: true));
        System.IO.File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <summary>The verdicts on the file's rows.</summary>
    public IEnumerable<LateVerdict> Verdicts(IReadOnlyList<string> keys, AnswerText text)
    {
        var named = Rows.Where(r => r.Line >= 1 && r.Line <= keys.Count).DistinctBy(r => r.Line).ToDictionary(r => r.Line);
        for (var line = 1; line <= keys.Count; line++)
        {
            var row = named.GetValueOrDefault(line);
            yield return new LateVerdict
            {
                Key = keys[line - 1],
                Answer = row is null || row.Code is "00" or "" ? ReportAnswer.Accepted(text.Code(row is { Id.Length: > 0 } ? row.Id : Number), File) : ReportAnswer.Rejected(text.Code(row.Code), text.Message(row.Message)),
            };
        }
    }
}

/// <summary>A row that a receipt names; a code other than 00 refuses it.</summary>
internal sealed record FileReceiptRow(int Line, string Code, string Message, string Id);
