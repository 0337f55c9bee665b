using System.Buffers;
using System.Text;

namespace CreditKit.AspNetCore;

/// <summary>CSV for spreadsheets: UTF-8 with a byte order mark, every cell quoted, no cell that a spreadsheet would run.</summary>
internal static class CsvExport
{
    /// <summary>What makes a spreadsheet read a cell as a formula, in both widths.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private const int RowsPerFlush = 200;

    /// <summary>Writes a table; how many rows below the headings.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="table">The table.</param>
    /// <param name="flush">Passes on what was written, every few rows.</param>
    public static async Task<long> WriteAsync(IBufferWriter<byte> output, DataTable table, Func<ValueTask> flush)
    {
        output.Write("\uFEFF"u8);
        Row(output, table.Headings);
        var rows = 0L;
        foreach (var row in table.Rows)
        {
            Row(output, row);
            if (++rows % RowsPerFlush == 0) await flush();
        }

        await flush();
        return rows;
    }

    /// <summary>A cell as it is written, without the quotes around it.</summary>
    internal static string Cell(string value)
    {
        if (value.Length > 0 && Formula.Contains(value[0])) value = "'" + value;
        return value.Contains('"', StringComparison.Ordinal) ? value.Replace("\"", "\"\"", StringComparison.Ordinal) : value;
    }

    /// <summary>Whether a spreadsheet would read a cell of UTF-8 as a formula.</summary>
    internal static bool MayBeFormula(ReadOnlySpan<byte> value) =>
        Rune.DecodeFromUtf8(value, out var first, out _) == OperationStatus.Done && first.IsBmp && Formula.Contains((char)first.Value);

    // A row at a time: every piece that is handed to the server on its own costs a lock.
    private static void Row(IBufferWriter<byte> output, IReadOnlyList<string> cells)
    {
        var most = 2;
        for (var i = 0; i < cells.Count; i++) most += (cells[i].Length * 3) + 4;
        var free = output.GetSpan(most);
        var n = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) free[n++] = (byte)',';
            free[n++] = (byte)'"';
            n += Encoding.UTF8.GetBytes(Cell(cells[i]), free[n..]);
            free[n++] = (byte)'"';
        }

        free[n++] = (byte)'\r';
        free[n++] = (byte)'\n';
        output.Advance(n);
    }
}
