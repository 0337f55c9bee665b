using System.Globalization;
using CreditKit.Standards.Workbooks;

namespace CreditKit.AspNetCore;

/// <summary>
/// A workbook row by row: every cell is inline text, so nothing in it is ever a formula, and memory stays flat whatever
/// the number of rows. What one sheet cannot hold goes on in the next.
/// </summary>
internal static class XlsxExport
{
    /// <summary>Rows of a sheet as the format has it, and characters of a cell.</summary>
    internal const int LargestSheet = 1_048_576, LongestCell = 32_767;

    private const int RowsPerFlush = 200, Width = 22;

    /// <summary>Writes a table as a workbook; how many rows below the headings.</summary>
    /// <param name="output">Where the bytes go; written to without waiting.</param>
    /// <param name="table">The table.</param>
    /// <param name="title">Name of the sheet, at most 25 characters.</param>
    /// <param name="flush">Passes on what was written, every few rows.</param>
    /// <param name="largest">Rows of a sheet.</param>
    public static async Task<long> WriteAsync(Stream output, DataTable table, string title, Func<ValueTask> flush, int largest = LargestSheet)
    {
        var total = 0L;
        using (var workbook = new WorkbookWriter(output, guard: false))
        using (var rows = table.Rows.GetEnumerator())
        {
            var more = rows.MoveNext();
            for (var number = 1; more || number == 1; number++)
            {
                using var sheet = workbook.Sheet(number == 1 ? title : string.Create(CultureInfo.InvariantCulture, $"{title}（{number}）"));
                sheet.Columns(table.Headings.Select(_ => Width));
                sheet.Row(table.Headings, CellLook.Heading);
                while (more && sheet.Rows < largest)
                {
                    sheet.Row([.. rows.Current.Select(cell => RowMapper.Shorten(cell, LongestCell - 1))]);
                    more = rows.MoveNext();
                    if (++total % RowsPerFlush == 0) await flush();
                }
            }
        }

        await flush();
        return total;
    }
}
