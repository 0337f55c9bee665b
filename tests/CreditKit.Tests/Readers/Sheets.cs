using System.IO.Compression;
using System.Text;
using CreditKit.Intake.Answer;
using CreditKit.Standards.Workbooks;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Readers;

/// <summary>Small files of invented records in every form.</summary>
internal static class Sheets
{
    public static readonly RecordWriter Writer = RecordWriter.For(StandardEditions.Default.Current, RecordKind.License, extensions: true);

    public static string[] Headings => [.. Writer.Columns.Select(c => c.Head)];

    public static List<string[]> Rows(int count, params CreditRecord[] last) =>
        [.. Enumerable.Range(1, count).Select(i => Writer.Write(SampleRecords.License(i))), .. last.Select(Writer.Write)];

    public static string Csv(IEnumerable<IEnumerable<string>> rows, char delimiter = ',') =>
        string.Concat(rows.Select(r => string.Join(delimiter, r.Select(c => c.AsSpan().IndexOfAny([delimiter, '"', '\n']) >= 0 ? $"\"{c.Replace("\"", "\"\"")}\"" : c)) + "\r\n"));

    public static byte[] Xlsx(params (string Sheet, IEnumerable<string[]> Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var book = new WorkbookWriter(stream))
            foreach (var (name, rows) in sheets)
            {
                using var sheet = book.Sheet(name);
                foreach (var row in rows) sheet.Row(row);
            }
        return stream.ToArray();
    }

    /// <summary>A workbook around sheet XML of one's own.</summary>
    public static byte[] RawXlsx(string sheetXml, string? sharedStrings = null, string styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            void Part(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
            const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string P = "http://schemas.openxmlformats.org/package/2006/relationships";
            const string M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Part("_rels/.rels", $"<Relationships xmlns=\"{P}\"><Relationship Id=\"rId1\" Type=\"{R}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{M}\" xmlns:r=\"{R}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{P}\"><Relationship Id=\"rId1\" Type=\"{R}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{R}/styles\" Target=\"styles.xml\"/>{(sharedStrings is null ? "" : $"<Relationship Id=\"rId3\" Type=\"{R}/sharedStrings\" Target=\"sharedStrings.xml\"/>")}</Relationships>");
            Part("xl/styles.xml", styles);
            if (sharedStrings is not null) Part("xl/sharedStrings.xml", sharedStrings);
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{M}\"><sheetData>{sheetXml}</sheetData></worksheet>");
        }
        return stream.ToArray();
    }
}
