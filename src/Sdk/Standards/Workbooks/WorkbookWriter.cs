using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CreditKit.Standards.Workbooks;

/// <summary>
/// Writes a workbook as a stream: a sheet at a time, every cell as inline text in the text format, so that codes keep
/// their digits and nothing is ever run as a formula.
/// </summary>
internal sealed class WorkbookWriter : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly DateTimeOffset Stamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip;
    private readonly List<(string Name, bool Hidden, bool Comments)> _sheets = [];

    private readonly bool _guard;

    /// <param name="target">Where the bytes go; stays open.</param>
    /// <param name="guard">Puts an apostrophe before what would be a formula once the workbook is saved as CSV; false shows values as they are.</param>
    public WorkbookWriter(Stream target, bool guard = true) => (_zip, _guard) = (new(target, ZipArchiveMode.Create, leaveOpen: true), guard);

    /// <summary>Opens the next sheet; the one before must be closed.</summary>
    public SheetWriter Sheet(string name, bool hidden = false, bool comments = false)
    {
        _sheets.Add((name, hidden, comments));
        return new(Part($"xl/worksheets/sheet{_sheets.Count}.xml"), comments, _guard);
    }

    /// <summary>A part of the package as a stream; always the same time stamp, so that equal content gives equal bytes.</summary>
    public Stream Part(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }

    public void Dispose()
    {
        Text("[Content_Types].xml", ContentTypes());
        Text("_rels/.rels", $"""<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Text("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(_sheets.Select((s, i) => $"""<sheet name="{Escape(s.Name)}" sheetId="{i + 1}"{(s.Hidden ? " state=\"hidden\"" : "")} r:id="rId{i + 1}"/>"""))}</sheets></workbook>""");
        Text("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}">{string.Concat(_sheets.Select((_, i) => $"""<Relationship Id="rId{i + 1}" Type="{Relations}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""))}<Relationship Id="rIdS" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        Text("xl/styles.xml", Styles());
        for (var i = 0; i < _sheets.Count; i++)
            if (_sheets[i].Comments) Text($"xl/worksheets/_rels/sheet{i + 1}.xml.rels", $"""<Relationships xmlns="{Package}"><Relationship Id="rIdC" Type="{Relations}/comments" Target="../comments1.xml"/><Relationship Id="rIdV" Type="{Relations}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>""");
        _zip.Dispose();
    }

    internal static XmlWriter Xml(Stream stream) => XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true, CheckCharacters = false });

    /// <summary>Text without the characters that XML cannot hold.</summary>
    internal static string Clean(string text)
    {
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++) clean = XmlConvert.IsXmlChar(text[i]);
        if (clean) return text;
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) builder.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) builder.Append(text[i]).Append(text[++i]);
        }
        return builder.ToString();
    }

    /// <summary>A1, B1 … for a row (1 upward) and column (0 upward).</summary>
    internal static string Reference(int row, int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + (n - 1) % 26) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    private void Text(string name, string xml)
    {
        using var writer = new StreamWriter(Part(name), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml);
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private string ContentTypes() =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{string.Concat(_sheets.Select((_, i) => $"""<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}{(_sheets.Exists(s => s.Comments) ? """<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>""" : "")}</Types>""";

    private static string Styles()
    {
        // The order is that of CellLook. Number format 49 is text: a spreadsheet then keeps 18 digits.
        var fills = new[] { "", "FFDDE7F3", "FFF8D7DA", "FFFFF3CD", "FFFBE3D6" };
        var fillXml = """<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>""" + string.Concat(fills.Skip(1).Select(c => $"""<fill><patternFill patternType="solid"><fgColor rgb="{c}"/><bgColor indexed="64"/></patternFill></fill>"""));
        var cells = string.Concat(Enumerable.Range(0, fills.Length).Select(i => $"""<xf numFmtId="49" fontId="{(i is 1 or 4 ? 1 : 0)}" fillId="{(i == 0 ? 0 : i + 1)}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="{(i == 0 ? 0 : 1)}"/></xf>"""));
        return $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="{fills.Length + 1}">{fillXml}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{fills.Length}">{cells}</cellXfs></styleSheet>""";
    }

    /// <summary>The value as it may stand in a spreadsheet.</summary>
    internal static string Safe(string value) => SafeCell.Escape(Clean(value));
}
