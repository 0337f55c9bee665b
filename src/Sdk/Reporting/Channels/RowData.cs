using System.Xml;
using System.Xml.Linq;
using CreditKit.Standards;

namespace CreditKit.Reporting.Channels;

/// <summary>The national XML form: ROWDATA, a ROW per record, an element per column, empty where there is no value.</summary>
internal static class RowData
{
    /// <summary>Rows with all their columns.</summary>
    public static string Write(IEnumerable<ReportEnvelope> envelopes) => XmlText.Write(xml => Write(xml, envelopes, _ => true), declaration: true);

    /// <summary>Rows with the columns that a receiver without ids knows them by: document number and counterpart.</summary>
    public static string WriteKeys(IEnumerable<ReportEnvelope> envelopes) =>
        XmlText.Write(xml => Write(xml, envelopes, c => c.Column.Field is StandardField.DocumentNumber or StandardField.CounterpartName), declaration: true);

    /// <summary>Writes rows.</summary>
    public static void Write(XmlWriter xml, IEnumerable<ReportEnvelope> envelopes, Func<ReportCell, bool> which)
    {
        xml.WriteStartElement("ROWDATA");
        foreach (var envelope in envelopes)
        {
            xml.WriteStartElement("ROW");
            foreach (var cell in envelope.Cells)
                if (which(cell)) xml.WriteElementString(cell.Column.Code, XmlText.Clean(cell.Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Whether a row that the receiver shows is what the envelope says, in every column of the standard.</summary>
    public static bool Same(ReportEnvelope envelope, XElement row)
    {
        foreach (var cell in envelope.Cells)
        {
            if (cell.Column.Field == StandardField.None) continue;
            if (Lines(row.Element(cell.Column.Code)?.Value ?? "") != Lines(XmlText.Clean(cell.Text))) return false;
        }

        return true;
    }

    // XML readers turn every kind of line end into one.
    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}
