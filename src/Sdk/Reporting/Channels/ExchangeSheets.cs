using System.Data.Common;
using System.Globalization;

namespace CreditKit.Reporting.Channels;

/// <summary>Sheets in exchange tables: a catalogue takes the place of the former one, an entry that of its former state; all tables in one transaction.</summary>
internal sealed class ExchangeSheets(ExchangeTableDialect dialect, ChannelOptions options)
{
    /// <summary>Writes every sheet into its table.</summary>
    public void Write(DbTransaction transaction, SheetParcel parcel)
    {
        for (var i = 0; i < parcel.Sheets.Count; i++)
        {
            var (sheet, table) = (parcel.Sheets[i], dialect.SheetTable(parcel.Kind, i));
            using (var delete = Command(transaction))
            {
                delete.CommandText = $"DELETE FROM {dialect.Name(table)}{Where(delete, sheet, parcel)}";
                delete.ExecuteNonQuery();
            }

            foreach (var row in sheet.Rows)
            {
                using var insert = Command(transaction);
                var values = sheet.Columns.Select((c, n) => (Name: c.Code, Value: row[n].Length == 0 ? DBNull.Value : (object)ExchangeRows.Storable(row[n]))).ToList();
                if (dialect.StateColumn.Length > 0) values.Add((dialect.StateColumn, dialect.Pending));
                foreach (var (name, _) in values) ExchangeTableDialect.Identifier(options, "standards/lists/form.json", name);
                insert.CommandText = $"INSERT INTO {dialect.Name(table)} ({string.Join(", ", values.Select(v => dialect.Name(v.Name)))}) VALUES ({string.Join(", ", values.Select(v => Parameter(insert, v.Value)))})";
                insert.ExecuteNonQuery();
            }
        }
    }

    /// <summary>What the platform has marked: one failure refuses it, and it is taken when every row is.</summary>
    public ReportAnswer? Verdict(DbTransaction transaction, SheetParcel parcel, AnswerText text)
    {
        var (waiting, rows, number) = (false, 0, "");
        for (var i = 0; i < parcel.Sheets.Count; i++)
        {
            using var select = Command(transaction);
            var columns = new[] { dialect.StateColumn, dialect.ErrorColumn, dialect.NumberColumn }.Select(c => c.Length > 0 ? dialect.Name(c) : "NULL");
            select.CommandText = $"SELECT {string.Join(", ", columns)} FROM {dialect.Name(dialect.SheetTable(parcel.Kind, i))}{Where(select, parcel.Sheets[i], parcel)}";
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                rows++;
                var state = Cell(0);
                if (state == dialect.Failed) return ReportAnswer.Rejected("table-state-" + text.Code(state), text.Message(Cell(1) is { Length: > 0 } words ? words : "平台标记为失败，未说明原因。"));
                waiting |= state != dialect.Accepted;
                if (number.Length == 0) number = Cell(2);
            }

            string Cell(int column) => reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)?.Trim() ?? "";
        }

        // No row is there: the platform may have moved them. Its word is then for a person to enter.
        return waiting || rows == 0 ? null : ReportAnswer.Accepted(text.Code(number), dialect.SheetTable(parcel.Kind, 0));
    }

    private string Where(DbCommand command, ReportSheet sheet, SheetParcel parcel) => parcel.EntryId.Length == 0 ? "" : $" WHERE {dialect.Name(sheet.Columns.First(c => c.IsId).Code)} = {Parameter(command, parcel.EntryId)}";

    private DbCommand Command(DbTransaction transaction)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = Math.Max(1, (int)options.Timeout.TotalSeconds);
        return command;
    }

    private string Parameter(DbCommand command, object value) => dialect.Parameter(command, value);
}
