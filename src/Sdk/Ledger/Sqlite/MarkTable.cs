using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Marks on records. A mark that changes is a change of the record, so that the column follows.</summary>
internal sealed class MarkTable(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);

    /// <summary>Sets or lifts a mark that a person decides. False when it stood so already, or there is no such record.</summary>
    public bool Set(long recordId, RecordMark mark, bool on, string actor, string reason) => database.Write((connection, transaction) =>
    {
        var column = mark switch
        {
            RecordMark.ReviewPending => "review_pending",
            RecordMark.EnforcementSuspended => "suspended",
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "follows from cases"),
        };
        if (Sql.Run(connection, transaction, $"UPDATE record SET {column} = @on WHERE id = @id AND {column} <> @on", ("@on", on), ("@id", recordId)) == 0) return false;
        var text = database.Cipher.Seal(reason, $"mark/{recordId}");
        if (on) Sql.Run(connection, transaction, "INSERT INTO record_mark (record_id, mark, set_at, set_by, set_reason) VALUES (@id, @mark, @now, @actor, @reason)",
            ("@id", recordId), ("@mark", (int)mark), ("@now", database.Now), ("@actor", actor), ("@reason", text));
        else Sql.Run(connection, transaction, "UPDATE record_mark SET lifted_at = @now, lifted_by = @actor, lift_reason = @reason WHERE record_id = @id AND mark = @mark AND lifted_at IS NULL",
            ("@id", recordId), ("@mark", (int)mark), ("@now", database.Now), ("@actor", actor), ("@reason", text));
        Changed(connection, transaction, recordId);
        _audit.Append(connection, transaction, actor, on ? "mark" : "unmark", "done", recordId, $"mark={mark}");
        return true;
    });

    /// <summary>The marks a person set on a record, the oldest first.</summary>
    public IReadOnlyList<MarkEntry> Of(long recordId) => database.Read(connection => Sql.List(connection, r => new MarkEntry(
            (RecordMark)r.GetInt32(0), Sql.Instant(r, 1)!.Value, r.GetString(2), database.Cipher.Open((byte[])r.GetValue(3), $"mark/{recordId}"),
            Sql.Instant(r, 4), r.IsDBNull(5) ? null : r.GetString(5), Sql.Blob(r, 6) is { } why ? database.Cipher.Open(why, $"mark/{recordId}") : null),
        "SELECT mark, set_at, set_by, set_reason, lifted_at, lifted_by, lift_reason FROM record_mark WHERE record_id = @id ORDER BY id", ("@id", recordId)));

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
