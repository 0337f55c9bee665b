using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace SampleData;

/// <summary>A workbook as clerks leave it: dates as date cells of two formats or as text of two habits, by who typed the row.</summary>
internal static class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Bytes(string sheet, IReadOnlyList<string> heads, IReadOnlyList<Row> rows)
    {
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        var data = Xml(w => Sheet(w, heads, rows, shared));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Utf8($"""<?xml version="1.0" encoding="utf-8"?><Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"""));
            Add(zip, "_rels/.rels", Utf8($"""<?xml version="1.0" encoding="utf-8"?><Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""));
            Add(zip, "xl/workbook.xml", Utf8($"""<?xml version="1.0" encoding="utf-8"?><workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
            Add(zip, "xl/_rels/workbook.xml.rels", Utf8($"""<?xml version="1.0" encoding="utf-8"?><Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""));
            Add(zip, "xl/styles.xml", Utf8($"""<?xml version="1.0" encoding="utf-8"?><styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>"""));
            Add(zip, "xl/worksheets/sheet1.xml", data);
            Add(zip, "xl/sharedStrings.xml", Xml(w => Strings(w, shared)));
        }
        return stream.ToArray();
    }

    private static void Sheet(XmlWriter writer, IReadOnlyList<string> heads, IReadOnlyList<Row> rows, Dictionary<string, int> shared)
    {
        writer.WriteStartElement("worksheet", Main);
        writer.WriteStartElement("sheetData", Main);
        Line(writer, 1, heads, h => Text(writer, shared, h, "1"));
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            Line(writer, i + 2, heads, head =>
            {
                switch (row[head])
                {
                    case DateOnly day when row.Clerk is 0 or 2:
                        Number(writer, day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, row.Clerk == 0 ? "2" : "3");
                        break;
                    case DateOnly day:
                        Text(writer, shared, day.ToString(row.Clerk == 1 ? "yyyy/M/d" : "yyyy-MM-dd", CultureInfo.InvariantCulture));
                        break;
                    case decimal amount when row.Clerk != 1:
                        Number(writer, amount, "0");
                        break;
                    case var value:
                        Text(writer, shared, CsvFile.Text(value));
                        break;
                }
            });
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Line(XmlWriter writer, int number, IReadOnlyList<string> heads, Action<string> cell)
    {
        writer.WriteStartElement("row", Main);
        writer.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < heads.Count; i++)
        {
            writer.WriteStartElement("c", Main);
            writer.WriteAttributeString("r", (i < 26 ? "" : ((char)('A' + i / 26 - 1)).ToString()) + (char)('A' + i % 26) + number.ToString(CultureInfo.InvariantCulture));
            cell(heads[i]);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static void Number(XmlWriter writer, decimal value, string style)
    {
        writer.WriteAttributeString("s", style);
        writer.WriteElementString("v", Main, value.ToString("0.######", CultureInfo.InvariantCulture));
    }

    private static void Text(XmlWriter writer, Dictionary<string, int> shared, string text, string style = "0")
    {
        writer.WriteAttributeString("s", style);
        if (text.Length == 0) return;
        if (!shared.TryGetValue(text, out var index)) shared[text] = index = shared.Count;
        writer.WriteAttributeString("t", "s");
        writer.WriteElementString("v", Main, index.ToString(CultureInfo.InvariantCulture));
    }

    private static void Strings(XmlWriter writer, Dictionary<string, int> shared)
    {
        writer.WriteStartElement("sst", Main);
        foreach (var text in shared.OrderBy(s => s.Value).Select(s => s.Key))
        {
            writer.WriteStartElement("si", Main);
            writer.WriteElementString("t", Main, text);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) write(writer);
        return stream.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}
