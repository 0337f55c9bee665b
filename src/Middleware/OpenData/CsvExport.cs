using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using CreditKit.Publication;

namespace CreditKit.AspNetCore;

/// <summary>CSV for spreadsheets: UTF-8 with a byte order mark, every cell quoted, no cell that a spreadsheet would run.</summary>
internal static class CsvExport
{
    /// <summary>What makes a spreadsheet read a cell as a formula, in both widths.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private const int RowsPerFlush = 200;

    public static async Task WriteAsync(PipeWriter output, IPublicQuery query, PublicFilter filter, CancellationToken cancellation)
    {
        output.Write("\uFEFF"u8);
        foreach (var column in RecordColumns.All) Write(output, column.Heading, column == RecordColumns.All[0]);
        output.Write("\r\n"u8);
        var rows = 0;
        foreach (var row in PublicRows.Of(query, filter))
        {
            foreach (var column in RecordColumns.All) Write(output, column.Value(row), column == RecordColumns.All[0]);
            output.Write("\r\n"u8);
            if (++rows % RowsPerFlush == 0) await output.FlushAsync(cancellation);
        }

        await output.FlushAsync(cancellation);
    }

    /// <summary>A cell as it is written, without the quotes around it.</summary>
    internal static string Cell(string value)
    {
        if (value.Length > 0 && Formula.Contains(value[0])) value = "'" + value;
        return value.Contains('"', StringComparison.Ordinal) ? value.Replace("\"", "\"\"", StringComparison.Ordinal) : value;
    }

    private static void Write(PipeWriter output, string cell, bool first)
    {
        output.Write(first ? "\""u8 : ",\""u8);
        Encoding.UTF8.GetBytes(Cell(cell), output);
        output.Write("\""u8);
    }
}
