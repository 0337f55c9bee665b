using System.Globalization;
using System.Xml;

namespace CreditKit.Standards.Workbooks;

/// <summary>One sheet, written row by row.</summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly XmlWriter _xml;
    private readonly bool _comments, _guard;
    private bool _rows;

    public SheetWriter(Stream part, bool comments, bool guard)
    {
        (_comments, _guard) = (comments, guard);
        _xml = WorkbookWriter.Xml(part);
        _xml.WriteStartElement("worksheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        _xml.WriteAttributeString("xmlns", "r", null, "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        _xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
    }

    /// <summary>Rows written so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Drop-down lists and the like, written behind the rows.</summary>
    public string Validations { get; set; } = "";

    /// <summary>Widths of the columns, in characters, and the text format for whole columns; before the first row.</summary>
    public void Columns(IEnumerable<int> widths)
    {
        _xml.WriteStartElement("cols");
        var n = 0;
        foreach (var width in widths)
        {
            n++;
            _xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{n}" max="{n}" width="{width}" style="0" customWidth="1"/>"""));
        }
        _xml.WriteEndElement();
    }

    /// <summary>A row of texts that all look alike.</summary>
    public void Row(IReadOnlyList<string> cells, CellLook look = CellLook.Plain) => Row(cells, _ => look);

    /// <summary>A row of texts.</summary>
    public void Row(IReadOnlyList<string> cells, Func<int, CellLook> look)
    {
        if (!_rows) { _xml.WriteStartElement("sheetData"); _rows = true; }
        Rows++;
        _xml.WriteStartElement("row");
        _xml.WriteAttributeString("r", Rows.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < cells.Count; i++)
        {
            var style = look(i);
            if (cells[i].Length == 0 && style == CellLook.Plain) continue;
            _xml.WriteStartElement("c");
            _xml.WriteAttributeString("r", WorkbookWriter.Reference(Rows, i));
            _xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
            if (cells[i].Length > 0)
            {
                _xml.WriteAttributeString("t", "inlineStr");
                _xml.WriteStartElement("is");
                _xml.WriteStartElement("t");
                _xml.WriteAttributeString("xml", "space", null, "preserve");
                _xml.WriteString(_guard ? WorkbookWriter.Safe(cells[i]) : WorkbookWriter.Clean(cells[i]));
                _xml.WriteEndElement();
                _xml.WriteEndElement();
            }
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    public void Dispose()
    {
        if (!_rows) _xml.WriteStartElement("sheetData");
        _xml.WriteEndElement();
        if (Validations.Length > 0) _xml.WriteRaw(Validations);
        if (_comments) _xml.WriteRaw("""<legacyDrawing r:id="rIdV"/>""");
        _xml.WriteEndElement();
        _xml.Dispose();
    }
}
