using System.Text;
using System.Xml;

namespace CreditKit.Intake.Readers;

/// <summary>The exchange form <c>&lt;ROWDATA&gt;&lt;ROW&gt;&lt;XK_WSH&gt;…</c>: every child of the root is a row, its children (or attributes) are cells. DTDs and entities are refused.</summary>
internal sealed class XmlRecordReader : IRecordReader
{
    private readonly string _path;
    private readonly ReaderOptions _options;
    private readonly XmlReader _reader;
    private readonly NamedCells _cells;
    private readonly FileStream _stream;
    private double _fraction;
    private int _number;
    private bool _inside;

    public XmlRecordReader(string path, ReaderOptions options)
    {
        TextEncodings.Register();
        (_path, _options) = (path, options);
        _cells = new(path, options, Next);
        _stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        _reader = XmlReader.Create(_stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        });
    }

    public string? Sheet => null;

    public IReadOnlyList<string> Headings => _cells.Headings;

    public int HeadingRow => 0;

    public double? Fraction => Volatile.Read(ref _fraction);

    public bool NextSection() => _cells.NextSection();

    public bool Read(out RawRow row) => _cells.Read(out row);

    public void Dispose() => _reader.Dispose();

    private string[]? Next(int number)
    {
        try
        {
            if (!_inside)
            {
                _reader.MoveToContent();
                if (_reader.IsEmptyElement) return null;
                _reader.Read();
                _inside = true;
            }
            while (!_reader.EOF && _reader.NodeType != XmlNodeType.Element)
                if (!_reader.Read()) return null;
            if (_reader.EOF) return null;
            _number = number;
            Volatile.Write(ref _fraction, (double)_stream.Position / Math.Max(1, _stream.Length));
            return Row();
        }
        catch (XmlException e)
        {
            throw e.Message.Contains("DTD", StringComparison.Ordinal) ? ReadFault.Dtd(_path, e) : ReadFault.Syntax(_path, "XML", e.LineNumber, e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or DecoderFallbackException)
        {
            throw ReadFault.Damaged(_path, e, _number);
        }
    }

    private string[] Row()
    {
        var cells = new List<string>(Enumerable.Repeat("", _cells.Count));
        while (_reader.MoveToNextAttribute()) Put(cells, _reader.LocalName, _reader.Value);
        _reader.MoveToElement();
        if (_reader.IsEmptyElement) { _reader.Read(); return [.. cells]; }
        var depth = _reader.Depth;
        _reader.Read();
        while (_reader.Depth > depth)
        {
            if (_reader.NodeType != XmlNodeType.Element) { if (!_reader.Read()) break; continue; }
            var name = _reader.LocalName;
            Put(cells, name, Text());
        }
        if (_reader.NodeType == XmlNodeType.EndElement) _reader.Read();
        return [.. cells];
    }

    /// <summary>The text within an element, whatever is nested, up to the longest cell.</summary>
    private string Text()
    {
        if (_reader.IsEmptyElement) { _reader.Read(); return ""; }
        var builder = new StringBuilder();
        var depth = _reader.Depth;
        while (_reader.Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)) continue;
            builder.Append(_reader.Value);
            if (builder.Length > _options.MaxCell) throw ReadFault.CellTooLong(_path, _number);
        }
        if (_reader.NodeType == XmlNodeType.EndElement) _reader.Read();
        return builder.ToString();
    }

    private void Put(List<string> cells, string name, string value)
    {
        var ordinal = _cells.Ordinal(name);
        while (cells.Count <= ordinal) cells.Add("");
        cells[ordinal] = value;
    }
}
