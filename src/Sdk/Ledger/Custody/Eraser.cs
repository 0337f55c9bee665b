using System.Security.Cryptography;
using CreditKit.Ledger.Sqlite;

namespace CreditKit.Ledger.Custody;

/// <summary>
/// Erasure: destroys the data key of a record or case and overwrites what it protected, also in the log of the database.
/// The audit chain holds ids and hashes and stays whole.
/// </summary>
internal sealed class Eraser(LedgerDatabase database, RetentionOptions retention)
{
    private const int Step = 500;
    private readonly AuditTable _audit = new(database);
    private readonly CaseStore _cases = new(database);
    private readonly AccessTable _access = new(database);
    private readonly AttachmentTable _attachments = new(database);

    /// <summary>Erases a record that is not on the column: withdrawn, or never published. False when it is, or there is no such record.</summary>
    /// <param name="recordId">Internal key.</param>
    /// <param name="actor">Who does it.</param>
    public bool Record(long recordId, string actor)
    {
        var erased = database.Write((connection, transaction) =>
        {
            // The keyed hashes go too: they would still tell whether a known person had such a record.
            if (Sql.Run(connection, transaction, """
                UPDATE record SET data_key = NULL, withdrawn_reason = NULL, handling = NULL, key_hash = @random, code_hash = NULL, document_hash = NULL
                WHERE id = @id AND data_key IS NOT NULL AND (withdrawn_at IS NOT NULL OR published_at IS NULL)
                  AND NOT EXISTS (SELECT 1 FROM outbox WHERE record_id = @id AND state IN (0, 1, 2))
                """, ("@random", RandomNumberGenerator.GetBytes(32)), ("@id", recordId)) == 0) return false;
            Sql.Run(connection, transaction, "UPDATE revision SET payload = zeroblob(0), source = zeroblob(0), grounds = NULL, content_hash = zeroblob(0) WHERE record_id = @id", ("@id", recordId));
            Sql.Run(connection, transaction, "UPDATE review SET detail = zeroblob(0) WHERE record_id = @id", ("@id", recordId));
            AttachmentTable.Erase(connection, transaction, recordId);
            _audit.Append(connection, transaction, actor, "erase", "done", recordId, "");
            return true;
        });
        if (erased) database.Checkpoint();
        return erased;
    }

    /// <summary>Erases the file of a closed case. False when it is open, or was erased.</summary>
    public bool Case(string number, string actor)
    {
        if (!_cases.Erase(number, actor)) return false;
        database.Checkpoint();
        return true;
    }

    /// <summary>Erases what has been kept long enough; meant to be run daily.</summary>
    public ErasureResult Due(string actor)
    {
        var now = database.Time.GetUtcNow();
        var closed = database.Read(c => Sql.List(c, r => r.GetString(0), "SELECT number FROM case_file WHERE closed_at < @before AND data_key IS NOT NULL AND act_pending = 0 ORDER BY id",
            ("@before", now.AddMonths(-retention.CaseMonths).ToUnixTimeMilliseconds())));
        var cases = closed.Count(number => _cases.Erase(number, actor));
        var rejected = database.Write((connection, transaction) =>
        {
            var rows = Sql.Run(connection, transaction, "DELETE FROM rejected WHERE at < @before", ("@before", now.AddMonths(-retention.RejectedMonths).ToUnixTimeMilliseconds()));
            if (rows > 0) _audit.Append(connection, transaction, actor, "rejected-expire", "done", null, $"rows={rows}");
            return rows;
        });
        var accesses = 0;
        for (var step = Step; step == Step; accesses += step) step = _access.Remove(now.AddMonths(-retention.AccessMonths), Step, actor);
        var attachments = _attachments.Expire(now.AddMonths(-retention.AttachmentMonths), now.AddDays(-1), actor);
        if (cases + rejected + accesses + attachments > 0) database.Checkpoint();
        return new ErasureResult(cases, rejected, accesses, attachments);
    }
}
