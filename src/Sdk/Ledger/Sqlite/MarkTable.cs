using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Marks on records. A mark that changes is a change of the record, so that the column follows.</summary>
internal sealed class MarkTable(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);

    /// <summary>Sets or lifts a mark that a person decides. False when it stood so already, or there is no such record.</summary>
    public bool Set(long recordId, RecordMark mark, bool on, string actor) => database.Write((connection, transaction) =>
    {
        var column = mark switch
        {
            RecordMark.ReviewPending => "review_pending",
            RecordMark.EnforcementSuspended => "suspended",
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "follows from cases"),
        };
        if (Sql.Run(connection, transaction, $"UPDATE record SET {column} = @on WHERE id = @id AND {column} <> @on", ("@on", on), ("@id", recordId)) == 0) return false;
        Changed(connection, transaction, recordId);
        _audit.Append(connection, transaction, actor, on ? "mark" : "unmark", "done", recordId, $"mark={mark}");
        return true;
    });

    /// <summary>Brings 异议处理中 in line with the open cases of the record, inside the transaction that changed one.</summary>
    public static void Refresh(SqliteConnection connection, SqliteTransaction transaction, long recordId)
    {
        const string Marked = "EXISTS (SELECT 1 FROM case_file WHERE record_id = @id AND marks = 1 AND closed_at IS NULL)";
        if (Sql.Run(connection, transaction, $"UPDATE record SET under_objection = {Marked} WHERE id = @id AND under_objection <> {Marked}", ("@id", recordId)) == 1)
            Changed(connection, transaction, recordId);
    }

    private static void Changed(SqliteConnection connection, SqliteTransaction transaction, long recordId) =>
        Sql.Run(connection, transaction, "INSERT INTO change (record_id) VALUES (@id)", ("@id", recordId));
}
