using System.Globalization;
using System.Text;
using System.Xml;
using CreditKit.Standards.Workbooks;

namespace CreditKit.Intake.Answer;

/// <summary>Comments on cells. They belong to two further parts of the package, so they wait in temporary files while the sheet is written; they hold messages, never a cell's content.</summary>
internal sealed class CommentWriter : IDisposable
{
    private readonly FileStream _texts = Temporary();
    private readonly FileStream _shapes = Temporary();
    private readonly XmlWriter _xml;
    private readonly StreamWriter _vml;

    public CommentWriter()
    {
        _xml = XmlWriter.Create(_texts, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        _xml.WriteStartElement("comments", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        _xml.WriteRaw("<authors><author>CreditKit</author></authors>");
        _xml.WriteStartElement("commentList");
        _vml = new(_shapes, new UTF8Encoding(false));
        _vml.Write("""<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>""");
    }

    public void Add(int row, int column, string text)
    {
        _xml.WriteStartElement("comment");
        _xml.WriteAttributeString("ref", WorkbookWriter.Reference(row, column));
        _xml.WriteAttributeString("authorId", "0");
        _xml.WriteStartElement("text");
        _xml.WriteStartElement("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(WorkbookWriter.Clean(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _vml.Write(string.Create(CultureInfo.InvariantCulture, $"""<v:shape type="#_x0000_t202" style="position:absolute;width:240pt;height:90pt;visibility:hidden" fillcolor="#ffffe1"><v:fill color2="#ffffe1"/><x:ClientData ObjectType="Note"><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"""));
    }

    public void CopyTo(WorkbookWriter book)
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.Flush();
        _vml.Write("</xml>");
        _vml.Flush();
        Copy(_texts, book.Part("xl/comments1.xml"));
        Copy(_shapes, book.Part("xl/drawings/vmlDrawing1.vml"));
    }

    public void Dispose()
    {
        _xml.Dispose();
        _vml.Dispose();
        _texts.Dispose();
        _shapes.Dispose();
    }

    internal static FileStream Temporary() =>
        new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 14, FileOptions.DeleteOnClose);

    private static void Copy(FileStream from, Stream to)
    {
        from.Position = 0;
        using (to) from.CopyTo(to);
    }
}
