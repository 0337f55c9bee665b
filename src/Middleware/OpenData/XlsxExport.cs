using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CreditKit.AspNetCore;

/// <summary>
/// A workbook row by row: every cell is inline text, so nothing in it is ever a formula, and memory stays flat whatever
/// the number of rows. What one sheet cannot hold goes on in the next.
/// </summary>
internal static class XlsxExport
{
    /// <summary>Rows of a sheet as the format has it, and characters of a cell.</summary>
    internal const int LargestSheet = 1_048_576, LongestCell = 32_767;

    private const int RowsPerFlush = 200;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlWriterSettings s_xml = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = false };

    /// <summary>Writes a table as a workbook; how many rows below the headings.</summary>
    /// <param name="output">Where the bytes go; written to without waiting.</param>
    /// <param name="table">The table.</param>
    /// <param name="title">Name of the sheet, at most 25 characters.</param>
    /// <param name="flush">Passes on what was written, every few rows.</param>
    /// <param name="largest">Rows of a sheet.</param>
    public static async Task<long> WriteAsync(Stream output, DataTable table, string title, Func<ValueTask> flush, int largest = LargestSheet)
    {
        var sheets = new List<string>();
        var total = 0L;
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var rows = table.Rows.GetEnumerator())
            {
                var more = rows.MoveNext();
                do
                {
                    sheets.Add(sheets.Count == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{title}（{sheets.Count + 1}）"));
                    using var entry = zip.CreateEntry(Sheet(sheets.Count), CompressionLevel.Fastest).Open();
                    using var xml = XmlWriter.Create(entry, s_xml);
                    Begin(xml, table.Headings);
                    for (var n = 1; more && n < largest; n++)
                    {
                        Row(xml, rows.Current, header: false);
                        more = rows.MoveNext();
                        if (++total % RowsPerFlush == 0) await flush();
                    }

                    xml.WriteEndElement();
                    xml.WriteEndElement();
                }
                while (more);
            }

            Part(zip, "xl/styles.xml", Styles());
            Part(zip, "xl/workbook.xml", Workbook(sheets));
            Part(zip, "xl/_rels/workbook.xml.rels", WorkbookRelations(sheets.Count));
            Part(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part(zip, "[Content_Types].xml", ContentTypes(sheets.Count));
        }

        await flush();
        return total;
    }

    private static void Begin(XmlWriter xml, IReadOnlyList<string> headings)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
        xml.WriteRaw($"<cols><col min=\"1\" max=\"{headings.Count.ToString(CultureInfo.InvariantCulture)}\" width=\"22\" customWidth=\"1\"/></cols>");
        xml.WriteStartElement("sheetData", Main);
        Row(xml, headings, header: true);
    }

    private static void Row(XmlWriter xml, IReadOnlyList<string> cells, bool header)
    {
        xml.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c", Main);
            if (header) xml.WriteAttributeString("s", "1");
            if (cell.Length > 0)
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(FeedWriter.Clean(RowMapper.Shorten(cell, LongestCell - 1)));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Sheet(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    private static string Styles() =>
        $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"等线\"/></font><font><b/><sz val=\"11\"/><name val=\"等线\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>";

    private static string Workbook(List<string> sheets) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"<sheet name=\"{name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>")))}</sheets></workbook>";

    private static string WorkbookRelations(int sheets) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(Enumerable.Range(1, sheets).Select(i => string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")))}<Relationship Id=\"rIdStyles\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>";

    private static string ContentTypes(int sheets) =>
        $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{string.Concat(Enumerable.Range(1, sheets).Select(i => $"<Override PartName=\"/{Sheet(i)}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
    }
}
