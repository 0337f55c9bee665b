using System.Globalization;
using System.Text;
using System.Xml;
using CreditKit.Standards.Workbooks;

namespace CreditKit.Reporting.Channels;

/// <summary>Sheets as files: one XML document over all of them, or a worksheet each.</summary>
internal static class SheetFiles
{
    private static readonly XmlWriterSettings s_xml = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineHandling = NewLineHandling.Entitize };

    /// <summary>ROWSET, a ROWDATA for each sheet: what belongs together stands in one file.</summary>
    public static void Write(Stream stream, SheetParcel parcel)
    {
        using var xml = XmlWriter.Create(stream, s_xml);
        xml.WriteStartElement("ROWSET");
        xml.WriteAttributeString("key", parcel.Key);
        xml.WriteAttributeString("edition", parcel.Edition);
        xml.WriteAttributeString("purpose", XmlText.Clean(parcel.Purpose));
        foreach (var sheet in parcel.Sheets) Write(xml, sheet);
        xml.WriteEndElement();
    }

    /// <summary>One sheet as a document of its own.</summary>
    public static byte[] Xml(ReportSheet sheet)
    {
        var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, s_xml)) Write(xml, sheet);
        return buffer.ToArray();
    }

    /// <summary>One sheet as a workbook.</summary>
    public static byte[] Workbook(ReportSheet sheet)
    {
        var buffer = new MemoryStream();
        using (var book = new WorkbookWriter(buffer))
        using (var page = book.Sheet(sheet.Name))
        {
            page.Columns(sheet.Columns.Select(c => Math.Clamp(c.Head.Length * 2 + 2, 12, 40)));
            page.Row([.. sheet.Columns.Select(c => c.Head)], CellLook.Heading);
            foreach (var row in sheet.Rows) page.Row([.. row]);
        }

        return buffer.ToArray();
    }

    /// <summary>Name of a file by series and number.</summary>
    public static string Name(string series, int number, string extension) => string.Create(CultureInfo.InvariantCulture, $"{series}_{number:D5}.{extension}");

    private static void Write(XmlWriter xml, ReportSheet sheet)
    {
        xml.WriteStartElement("ROWDATA");
        xml.WriteAttributeString("name", sheet.Name);
        foreach (var row in sheet.Rows)
        {
            xml.WriteStartElement("ROW");
            for (var i = 0; i < sheet.Columns.Count; i++) xml.WriteElementString(sheet.Columns[i].Code, XmlText.Clean(row[i]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
