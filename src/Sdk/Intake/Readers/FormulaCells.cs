using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace CreditKit.Intake.Readers;

/// <summary>The cells of a workbook that hold a formula whose result was never stored, by sheet: programs that write workbooks leave them so.</summary>
internal sealed class FormulaCells
{
    /// <summary>A workbook without any.</summary>
    public static readonly FormulaCells None = new();

    private const int Most = 10_000;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlReaderSettings s_xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };
    private readonly Dictionary<string, List<(int Row, int Column)>> _cells = new(StringComparer.Ordinal);

    /// <summary>Those of a sheet, from 1 (row) and 0 (column), in order.</summary>
    public IReadOnlyList<(int Row, int Column)> On(string? sheet) => _cells.GetValueOrDefault(sheet ?? "") ?? [];

    /// <summary>Reads a workbook whose size is known to be sane.</summary>
    public static FormulaCells Read(string path)
    {
        var found = new FormulaCells();
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var targets = new Dictionary<string, string>(StringComparer.Ordinal);
            Each(zip, "xl/_rels/workbook.xml.rels", xml =>
            {
                if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id) targets[id] = xml.GetAttribute("Target") ?? "";
            });
            var sheets = new List<(string Name, string Part)>();
            Each(zip, "xl/workbook.xml", xml =>
            {
                if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name && targets.GetValueOrDefault(xml.GetAttribute("id", Relations) ?? "") is { } target)
                    sheets.Add((name, target.StartsWith('/') ? target[1..] : "xl/" + target));
            });
            foreach (var (name, part) in sheets) found._cells[name] = Cells(zip, part);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException)
        {
            // What is broken is told by the reader of the rows, with the row.
        }

        return found;
    }

    private static List<(int Row, int Column)> Cells(ZipArchive zip, string part)
    {
        var cells = new List<(int, int)>();
        var (place, waits) = ("", false);
        Each(zip, part, xml =>
        {
            switch (xml.LocalName)
            {
                case "c":
                    Ended();
                    place = xml.GetAttribute("r") ?? "";
                    break;
                case "f":
                    waits = true;
                    break;
                case "v" or "is":
                    waits = false;
                    break;
            }
        });
        Ended();
        return cells;

        void Ended()
        {
            if (waits && cells.Count < Most && Place(place) is { } cell) cells.Add(cell);
            waits = false;
        }
    }

    /// <summary>E.g. <c>AB12</c>: row 12, column 27.</summary>
    private static (int Row, int Column)? Place(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return null;
        return (row, reference[..letters].Aggregate(0, (sum, c) => (sum * 26) + (c - 'A') + 1) - 1);
    }

    private static void Each(ZipArchive zip, string part, Action<XmlReader> element)
    {
        if (zip.GetEntry(part) is not { } entry) return;
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, s_xml);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element) element(xml);
    }
}
