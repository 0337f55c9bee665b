using System.Buffers;
using System.Text;

namespace CreditKit.Intake.Readers;

/// <summary>
/// Splits text into records. Small and our own because a library parser offers no bound on a record: an unclosed quote
/// would pull a whole file into memory, and the row a clerk sees would be lost.
/// </summary>
internal sealed class CsvScanner(TextReader text, char delimiter, string path, int maxColumns, int maxCell) : IDisposable
{
    private const int LongestRecord = 8 << 20;
    private readonly SearchValues<char> _stops = SearchValues.Create([delimiter, '\r', '\n']);
    private readonly List<string> _cells = [];
    private readonly StringBuilder _pieces = new();
    private char[] _buffer = new char[1 << 16];
    private int _at;
    private int _end;
    private long _record;
    private bool _finished;
    private bool _broken;

    /// <summary>The record read last, 1 upward, blank lines counted.</summary>
    public int Row { get; private set; }

    /// <summary>The record read last ended with the text and not with a line break.</summary>
    public bool EndedWithText { get; private set; }

    /// <summary>The next record; false at the end.</summary>
    public bool Read(out string[] cells)
    {
        cells = [];
        if (_at == _end && !Fill()) return false;
        Row++;
        _record = 0;
        _cells.Clear();
        _broken = false;
        bool more;
        do
        {
            if (_cells.Count == maxColumns) throw ReadFault.TooManyColumns(path, Row, maxColumns);
            _cells.Add(Cell(out more));
        }
        while (more);
        EndedWithText = _finished && _at == _end && !_broken;
        cells = [.. _cells];
        return true;
    }

    public void Dispose() => text.Dispose();

    private string Cell(out bool more)
    {
        if (_at == _end && !Fill()) { more = false; return ""; }
        return _buffer[_at] == '"' ? Quoted(out more) : Plain(out more);
    }

    private string Plain(out bool more)
    {
        var searched = 0;
        while (true)
        {
            var stop = _buffer.AsSpan(_at + searched, _end - _at - searched).IndexOfAny(_stops);
            if (stop >= 0) return Take(searched + stop, out more);
            searched = _end - _at;
            if (Fill()) continue;
            var rest = Text(_at, _end - _at);
            _at = _end;
            more = false;
            return rest;
        }
    }

    private string Quoted(out bool more)
    {
        _at++;
        _pieces.Clear();
        while (true)
        {
            var quote = _buffer.AsSpan(_at, _end - _at).IndexOf('"');
            if (quote < 0)
            {
                Keep(_end - _at);
                if (!Fill()) throw new RecordFileException("CK1418", $"文件 {Path.GetFileName(path)} 第 {Row} 行的引号没有成对，直到文件末尾。", "请在表格软件中打开检查这一行，或者确认文件是否完整，再重新导出。");
                continue;
            }
            if (_at + quote + 1 == _end) { Keep(quote); _at++; if (!Fill()) break; if (_buffer[_at] != '"') break; _pieces.Append('"'); _at++; continue; }
            if (_buffer[_at + quote + 1] != '"')
            {
                // The usual cell: one piece, no quote inside.
                if (_pieces.Length == 0)
                {
                    var cell = Text(_at, quote);
                    _at += quote + 1;
                    return After(cell, out more);
                }
                Keep(quote);
                _at++;
                break;
            }
            Keep(quote + 1);
            _at++;
        }
        return After(_pieces.ToString(), out more);
    }

    /// <summary>Whatever stands between a closing quote and the delimiter belongs to the cell, blanks apart.</summary>
    private string After(string cell, out bool more)
    {
        var rest = Plain(out more);
        return string.IsNullOrWhiteSpace(rest) ? cell : cell + rest;
    }

    private void Keep(int length)
    {
        if (_pieces.Length + length > maxCell) throw ReadFault.CellTooLong(path, Row);
        _pieces.Append(_buffer, _at, length);
        _at += length;
    }

    private string Take(int length, out bool more)
    {
        var cell = Text(_at, length);
        var stop = _buffer[_at + length];
        _at += length + 1;
        more = stop == delimiter;
        _broken = !more;
        if (stop == '\r' && (_at < _end || Fill()) && _buffer[_at] == '\n') _at++;
        return cell;
    }

    private string Text(int start, int length)
    {
        if (length > maxCell) throw ReadFault.CellTooLong(path, Row);
        return length == 0 ? "" : new string(_buffer, start, length);
    }

    /// <summary>Reads on behind what is not taken yet; false at the end of the text.</summary>
    private bool Fill()
    {
        if (_finished) return false;
        var kept = _end - _at;
        if (kept > maxCell) throw ReadFault.CellTooLong(path, Row);
        if (_at > 0) Array.Copy(_buffer, _at, _buffer, 0, kept);
        (_at, _end) = (0, kept);
        if (kept > _buffer.Length / 2) Array.Resize(ref _buffer, _buffer.Length * 2);
        int read;
        try
        {
            read = text.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (DecoderFallbackException e)
        {
            throw ReadFault.Encoding(path, Row + 1, e);
        }
        if (read == 0) { _finished = true; return false; }
        if (_buffer.AsSpan(_end, read).Contains('\0')) throw ReadFault.ZeroBytes(path, Row + 1);
        _end += read;
        _record += read;
        return _record <= LongestRecord ? true : throw ReadFault.CellTooLong(path, Row);
    }
}
