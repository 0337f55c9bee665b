using System.Buffers;
using System.Text;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;

namespace CreditKit.AspNetCore;

/// <summary>
/// The CSV of a list, byte for byte what <see cref="CsvExport"/> makes of <see cref="DataTable.List"/>, from stored bytes to
/// sent bytes without a string or an object for each row.
/// </summary>
internal sealed class CsvLines
{
    // A filled buffer is handed to the server as one piece.
    private const int Enough = 32 * 1024, MostCombos = 10_000;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Enough);
    private readonly Dictionary<Combo, (byte[] Kind, byte[] Middle)> _combos = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes a list; how many rows below the headings. Natural persons' rows leave in no file.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="query">The data.</param>
    /// <param name="filter">The list.</param>
    /// <param name="flush">Passes on what was written.</param>
    public static Task<long> WriteAsync(IBufferWriter<byte> output, ILineQuery query, PublicFilter filter, Func<ValueTask> flush) => new CsvLines().RunAsync(output, query, filter, flush);

    private async Task<long> RunAsync(IBufferWriter<byte> output, ILineQuery query, PublicFilter filter, Func<ValueTask> flush)
    {
        await CsvExport.WriteAsync(output, new DataTable([.. RecordColumns.All.Select(c => c.Heading)], []), flush);
        var rows = 0L;
        foreach (var lines in query.StreamLines(filter))
        {
            bool more;
            do
            {
                (more, var written) = Fill(lines);
                rows += written;
                output.Write(_buffer.WrittenSpan);
                _buffer.ResetWrittenCount();
                await flush();
            }
            while (more && !lines.IsOld);
        }

        return rows;
    }

    private (bool More, int Rows) Fill(PublicLines lines)
    {
        var rows = 0;
        while (_buffer.WrittenCount < Enough)
        {
            if (!lines.Next(out var line)) return (false, rows);
            if (line.NaturalPerson) continue;
            Row(line);
            rows++;
        }

        return (true, rows);
    }

    private void Row(PublicLine line)
    {
        if (!_combos.TryGetValue(line.Combo, out var same)) same = Keep(line.Combo);
        var most = ((line.Id.Length + line.CounterpartName.Length + line.DocumentNumber.Length + line.Summary.Length) * 2) + same.Kind.Length + same.Middle.Length + 100;
        var free = _buffer.GetSpan(most);
        var n = Cell(line.Id, free);
        n += Copy(same.Kind, free[n..]);
        n += Cell(line.CounterpartName, free[n..]);
        free[n++] = (byte)',';
        n += Cell(line.DocumentNumber, free[n..]);
        free[n++] = (byte)',';
        n += Cell(line.Summary, free[n..]);
        n += Copy(same.Middle, free[n..]);
        n += Day(line.DecisionDay, free[n..]);
        n += Copy("\",\""u8, free[n..]);
        n += Day(line.LastDay, free[n..]);
        n += Copy("\",\""u8, free[n..]);
        n += Minute(line.Published, free[n..]);
        n += Copy("\"\r\n"u8, free[n..]);
        _buffer.Advance(n);
    }

    // What rows of one combination share: the kind behind the number, and all between the summary and the first date.
    private (byte[] Kind, byte[] Middle) Keep(Combo combo)
    {
        if (_combos.Count >= MostCombos) _combos.Clear();
        string Quoted(string value) => $"\"{CsvExport.Cell(value)}\"";
        return _combos[combo] = (
            Encoding.UTF8.GetBytes($",{Quoted(Words.Of(combo.Kind))},"),
            Encoding.UTF8.GetBytes($",{Quoted(combo.Category)},{Quoted(combo.Authority)},{Quoted(combo.Severity is { } s ? Words.Of(s) : "")},{Quoted(combo.Status is { } l ? Words.Of(l) : "")},\""));
    }

    private static int Cell(ReadOnlySpan<byte> value, Span<byte> to)
    {
        var n = 0;
        to[n++] = (byte)'"';
        if (CsvExport.MayBeFormula(value)) to[n++] = (byte)'\'';
        while (value.IndexOf((byte)'"') is >= 0 and var quote)
        {
            n += Copy(value[..(quote + 1)], to[n..]);
            to[n++] = (byte)'"';
            value = value[(quote + 1)..];
        }

        n += Copy(value, to[n..]);
        to[n++] = (byte)'"';
        return n;
    }

    private static int Day(int? day, Span<byte> to)
    {
        if (day is not { } number) return 0;
        DateOnly.FromDayNumber(number).TryFormat(to, out var written, "O");
        return written;
    }

    private static int Minute(long instant, Span<byte> to)
    {
        var there = DateTimeOffset.FromUnixTimeMilliseconds(instant).ToOffset(ShanghaiTime.Offset).DateTime;
        var n = Day(DateOnly.FromDateTime(there).DayNumber, to);
        to[n++] = (byte)' ';
        n += TwoDigits(there.Hour, to[n..]);
        to[n++] = (byte)':';
        return n + TwoDigits(there.Minute, to[n..]);
    }

    private static int TwoDigits(int value, Span<byte> to)
    {
        (to[0], to[1]) = ((byte)('0' + (value / 10)), (byte)('0' + (value % 10)));
        return 2;
    }

    private static int Copy(ReadOnlySpan<byte> bytes, Span<byte> to)
    {
        bytes.CopyTo(to);
        return bytes.Length;
    }
}
