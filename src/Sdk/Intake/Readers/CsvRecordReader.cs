using System.Text;

namespace CreditKit.Intake.Readers;

/// <summary>CSV in UTF-8, UTF-16 or GB18030, separated by comma, tab or semicolon, with quoted line breaks.</summary>
internal sealed class CsvRecordReader : TabularReader
{
    private readonly CsvScanner _scanner;
    private readonly FileStream _stream;
    private readonly long _length;
    private double _fraction;
    private bool _opened;

    public CsvRecordReader(string path, ReaderOptions options) : base(path, options)
    {
        TextEncodings.Register();
        var encoding = options.Encoding is { } name ? TextEncodings.Named(name) : TextEncodings.Detect(path);
        var delimiter = Delimiter(path, encoding);
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        _length = Math.Max(1, _stream.Length);
        _scanner = new(new StreamReader(_stream, encoding, true, 1 << 16), delimiter, path, options.MaxColumns, options.MaxCell);
    }

    public override string? Sheet => null;

    public override double? Fraction => Volatile.Read(ref _fraction);

    public override void Dispose() => _scanner.Dispose();

    protected override bool Advance()
    {
        if (_opened) return false;
        return _opened = true;
    }

    protected override bool ReadRow(out RawRow row)
    {
        row = default;
        if (!_scanner.Read(out var cells)) return false;
        // Kept apart from the stream: who asks is on another thread than who reads.
        Volatile.Write(ref _fraction, (double)_stream.Position / _length);
        row = new(_scanner.Row, cells);
        return true;
    }

    // A file cut off in transit would otherwise take the last cells of its last row out of the record.
    protected override void Check(in RawRow row)
    {
        if (_scanner.EndedWithText && row.Number == _scanner.Row && row.Cells.Count < Headings.Count) throw ReadFault.CutOff(FilePath, row.Number, row.Cells.Count, Headings.Count);
    }

    /// <summary>The mark that stands most often outside quotes in the first lines.</summary>
    private static char Delimiter(string path, Encoding encoding)
    {
        using var reader = new StreamReader(path, encoding);
        var buffer = new char[16_384];
        int length;
        try { length = reader.ReadBlock(buffer); }
        catch (DecoderFallbackException e) { throw ReadFault.Encoding(path, 0, e); }
        var (commas, tabs, semicolons) = (0, 0, 0);
        var quoted = false;
        var lines = 0;
        foreach (var c in buffer.AsSpan(0, length))
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == ',') commas++;
            else if (c == '\t') tabs++;
            else if (c == ';') semicolons++;
            else if (c == '\n' && ++lines == 3) break;
        }
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
