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

    public static async Task WriteAsync(PipeWriter output, IPublicQuery query, PublicFilter filter, CancellationToken cancellation)
    {
        output.Write("\uFEFF"u8);
        Line(output, RecordColumns.All.Select(c => c.Heading));
        foreach (var rows in PublicRows.Pages(query, filter))
        {
            foreach (var row in rows) Line(output, RecordColumns.All.Select(c => c.Value(row)));
            await output.FlushAsync(cancellation);
        }
    }

    /// <summary>A cell as it is written, without the quotes around it.</summary>
    internal static string Cell(string value)
    {
        if (value.Length > 0 && Formula.Contains(value[0])) value = "'" + value;
        return value.Replace("\"", "\"\"", StringComparison.Ordinal);
    }

    private static void Line(PipeWriter output, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            output.Write(first ? "\""u8 : ",\""u8);
            Encoding.UTF8.GetBytes(Cell(cell), output);
            output.Write("\""u8);
            first = false;
        }

        output.Write("\r\n"u8);
    }
}
