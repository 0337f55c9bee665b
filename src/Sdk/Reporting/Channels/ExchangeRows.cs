using System.Data.Common;
using System.Globalization;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Reporting.Channels;

/// <summary>The SQL of exchange tables: everything is a parameter but the names, which were checked.</summary>
internal sealed class ExchangeRows(ExchangeTableDialect dialect, ChannelOptions options)
{
    /// <summary>Puts a row in, or in the place of the one that is there.</summary>
    public void Upsert(DbTransaction transaction, ReportEnvelope envelope)
    {
        var values = Values(envelope);
        using var update = Command(transaction);
        update.CommandText = $"UPDATE {Table(envelope)} SET {string.Join(", ", values.Select(v => $"{dialect.Name(v.Name)} = {Parameter(update, v.Value)}"))} WHERE {Where(update, envelope)}";
        var changed = update.ExecuteNonQuery();
        if (changed > 1) throw new RowsException($"前置库中有 {changed} 行对应这一条，无法确定是哪一行。");
        if (changed == 1) return;
        if (dialect.IdColumn.Length > 0) values.Insert(0, (dialect.IdColumn, envelope.RecordId));
        using var insert = Command(transaction);
        insert.CommandText = $"INSERT INTO {Table(envelope)} ({string.Join(", ", values.Select(v => dialect.Name(v.Name)))}) VALUES ({string.Join(", ", values.Select(v => Parameter(insert, v.Value)))})";
        insert.ExecuteNonQuery();
    }

    /// <summary>Takes exactly one row down; none and more than one are for a person.</summary>
    public void Withdraw(DbTransaction transaction, ReportEnvelope envelope)
    {
        using var command = Command(transaction);
        command.CommandText = dialect.Flagged
            ? $"UPDATE {Table(envelope)} SET {dialect.Name(dialect.WithdrawColumn)} = {Parameter(command, dialect.WithdrawValue)}{Pending(command)} WHERE {Where(command, envelope)}"
            : $"DELETE FROM {Table(envelope)} WHERE {Where(command, envelope)}";
        var changed = command.ExecuteNonQuery();
        if (changed != 1) throw new RowsException(changed == 0 ? "前置库中没有这一行，平台可能已将其取走；请在平台上核对并撤下。" : $"前置库中有 {changed} 行对应这一条，无法确定是哪一行。");
    }

    /// <summary>Whether a withdrawal has happened: the row is gone, or marked.</summary>
    public bool IsWithdrawn(DbTransaction transaction, ReportEnvelope envelope)
    {
        using var command = Command(transaction);
        command.CommandText = $"SELECT COUNT(*) FROM {Table(envelope)} WHERE {Where(command, envelope)}{(dialect.Flagged ? $" AND ({dialect.Name(dialect.WithdrawColumn)} IS NULL OR {dialect.Name(dialect.WithdrawColumn)} <> {Parameter(command, dialect.WithdrawValue)})" : "")}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 0;
    }

    /// <summary>What the platform has said of rows of a table; at most so many.</summary>
    public List<LateVerdict> Verdicts(DbTransaction transaction, string table, RecordKind kind, int most, AnswerText text)
    {
        var columns = new[] { dialect.IdColumn, dialect.StateColumn, dialect.ErrorColumn, dialect.NumberColumn, dialect.NationalStateColumn, dialect.NationalErrorColumn, Code(kind, StandardField.DocumentNumber), Code(kind, StandardField.CounterpartName) };
        using var command = Command(transaction);
        var failed = new[] { dialect.StateColumn, dialect.NationalStateColumn }.Where(c => c.Length > 0).Select(c => $"{dialect.Name(c)} = {Parameter(command, dialect.Failed)}");
        var taken = dialect.NumberColumn.Length > 0 ? $" OR {dialect.Name(dialect.StateColumn)} = {Parameter(command, dialect.Accepted)}" : "";
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => c.Length > 0 ? dialect.Name(c) : "NULL"))} FROM {dialect.Name(table)} WHERE {string.Join(" OR ", failed)}{taken}{(dialect.TimeColumn.Length > 0 ? $" ORDER BY {dialect.Name(dialect.TimeColumn)} DESC" : "")}";
        using var reader = command.ExecuteReader();
        var verdicts = new List<LateVerdict>();
        while (verdicts.Count < most && reader.Read())
        {
            var refused = Cell(1) == dialect.Failed || Cell(4) == dialect.Failed;
            var words = string.Join('；', new[] { Cell(2), Cell(5) }.Where(t => t.Length > 0));
            verdicts.Add(new LateVerdict
            {
                RecordId = Cell(0) is { Length: > 0 } id ? id : null,
                DocumentNumber = Cell(6),
                CounterpartName = Cell(7),
                Answer = refused ? ReportAnswer.Rejected("table-state-" + text.Code(dialect.Failed), text.Message(words.Length > 0 ? words : "平台标记为失败，未说明原因。")) : ReportAnswer.Accepted(text.Code(Cell(3)), table),
            });
        }

        return verdicts;

        string Cell(int i) => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)?.Trim() ?? "";
    }

    private List<(string Name, object Value)> Values(ReportEnvelope envelope)
    {
        var values = new List<(string, object)>(envelope.Cells.Count + 2);
        foreach (var cell in envelope.Cells)
            values.Add((cell.Column.Code, cell.Text.Length == 0 ? DBNull.Value
                : cell.Date is { } date && dialect.TypedDates ? date.ToDateTime(TimeOnly.MinValue)
                : cell.Number is { } number && dialect.TypedAmounts ? number
                : Storable(cell.Text)));
        if (dialect.StateColumn.Length > 0) values.Add((dialect.StateColumn, dialect.Pending));
        if (dialect.ErrorColumn.Length > 0) values.Add((dialect.ErrorColumn, DBNull.Value));
        if (dialect.NationalStateColumn.Length > 0) values.Add((dialect.NationalStateColumn, dialect.Pending));
        if (dialect.NationalErrorColumn.Length > 0) values.Add((dialect.NationalErrorColumn, DBNull.Value));
        if (dialect.Flagged) values.Add((dialect.WithdrawColumn, "0"));
        return values;
    }

    // A zero character ends a text in many databases, and others refuse it.
    internal static string Storable(string text) => text.Replace('\0', '\ufffd');

    private string Pending(DbCommand command) => dialect.StateColumn.Length > 0 ? $", {dialect.Name(dialect.StateColumn)} = {Parameter(command, dialect.Pending)}" : "";

    private string Where(DbCommand command, ReportEnvelope envelope) => dialect.ByDocument
        ? $"{dialect.Name(Code(envelope, StandardField.DocumentNumber))} = {Parameter(command, Storable(envelope[StandardField.DocumentNumber]))} AND {dialect.Name(Code(envelope, StandardField.CounterpartName))} = {Parameter(command, Storable(envelope[StandardField.CounterpartName]))}"
        : $"{dialect.Name(dialect.IdColumn)} = {Parameter(command, envelope.RecordId)}";

    private string Table(ReportEnvelope envelope) => dialect.Name(dialect.Table(envelope.Kind, envelope.Person));

    private static string Code(ReportEnvelope envelope, StandardField field) => envelope.Cells.First(c => c.Column.Field == field).Column.Code;

    private string Code(RecordKind kind, StandardField field)
    {
        var edition = options.Edition.Length > 0 ? options.Edition : StandardEditions.Default.Current.Id;
        var code = StandardEditions.Default.All.FirstOrDefault(e => e.Id == edition)?.Column(kind, field)?.Code ?? StandardEditions.Default.Current.Column(kind, field)!.Code;
        return options.Columns.TryGetValue(code, out var mapped) ? mapped : code;
    }

    private DbCommand Command(DbTransaction transaction)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = Math.Max(1, (int)options.Timeout.TotalSeconds);
        return command;
    }

    private string Parameter(DbCommand command, object value) => dialect.Parameter(command, value);
}
