using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Applies what a channel decides after it took a row: a whole batch is taken, an hour later single rows are refused. Twice is once.</summary>
internal sealed class OutboxVerdicts(LedgerDatabase database, OutboxAnswers answers)
{
    private const string Row = "SELECT o.id, o.state, o.record_id, r.public_id FROM outbox o JOIN record r ON r.id = o.record_id";

    /// <summary>True when it changed the row; false when it was known, the row is not found, or a dispatcher has it at the moment.</summary>
    public bool Apply(string channel, OutboxVerdict verdict) => database.Write((connection, transaction) =>
    {
        if (Find(connection, transaction, channel, verdict) is not var (id, state, record, publicId)) return false;
        var now = database.Now;
        if (verdict.Accepted)
        {
            if (state is OutboxState.Pending or OutboxState.Leased or OutboxState.Superseded) return false;
            if (state == OutboxState.Accepted && Sql.Scalar(connection, transaction, "SELECT 1 FROM receipt WHERE outbox_id = @id AND number = @number", ("@id", id), ("@number", verdict.Number)) is not null) return false;
            Sql.Run(connection, transaction, "UPDATE outbox SET state = 3, finished_at = @now, answer_code = 'accepted', answer = NULL WHERE id = @id", ("@now", now), ("@id", id));
            answers.Receipt(connection, transaction, record, publicId, id, now, verdict.Batch, verdict.Number, verdict.Words);
            return true;
        }

        if (state is not (OutboxState.Accepted or OutboxState.Unknown)) return false;

        // What a newer row has replaced needs nobody's care any more; the words stay with it.
        var replaced = Sql.Scalar(connection, transaction, "SELECT 1 FROM outbox WHERE record_id = @record AND channel = @channel AND id > @id AND state <> 5 LIMIT 1",
            ("@record", record), ("@channel", channel), ("@id", id)) is not null;
        Sql.Run(connection, transaction, "UPDATE outbox SET state = @state, finished_at = @now, answer_code = @code, answer = @answer WHERE id = @id",
            ("@state", (int)(replaced ? OutboxState.Superseded : OutboxState.Rejected)), ("@now", now), ("@code", verdict.Code),
            ("@answer", answers.Encrypt(connection, transaction, record, publicId, id, verdict.Words)), ("@id", id));
        return true;
    });

    private static (long Id, OutboxState State, long Record, string PublicId)? Find(SqliteConnection connection, SqliteTransaction transaction, string channel, OutboxVerdict verdict)
    {
        if (verdict.Key is { } key)
        {
            // Public id, revision, operation, and how often a person asked to send it again.
            var parts = key.Split('.');
            if (parts.Length < 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) return null;
            var resent = parts.Length > 3 && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 0;
            return One($"{Row} WHERE r.public_id = @public AND o.channel = @channel AND o.revision = @revision AND o.operation = @operation AND o.resent = @resent",
                ("@public", parts[0]), ("@revision", revision), ("@operation", parts[2] == "withdraw" ? 2 : 1), ("@resent", resent));
        }

        if (verdict.PublicId is { } publicId) return One($"{Row} WHERE r.public_id = @public AND o.channel = @channel AND o.state IN (2, 3, 4) ORDER BY o.id DESC LIMIT 1", ("@public", publicId));
        if (verdict.TakenAs is { Length: > 0 } number)
            return One($"{Row} JOIN receipt t ON t.id = (SELECT MAX(id) FROM receipt WHERE outbox_id = o.id) WHERE o.id IN (SELECT outbox_id FROM receipt WHERE number = @number OR (number >= @from AND number < @to)) AND (t.number = @number OR (t.number >= @from AND t.number < @to)) AND t.number <> '' AND o.channel = @channel ORDER BY o.id DESC LIMIT 1",
                ("@number", number), ("@from", number + "/"), ("@to", number + "0"));
        return verdict.RecordId is { } record
            ? One($"{Row} WHERE o.record_id = @record AND o.channel = @channel AND o.state IN (2, 3, 4) ORDER BY o.id DESC LIMIT 1", ("@record", record))
            : null;

        (long, OutboxState, long, string)? One(string sql, params (string, object?)[] parameters)
        {
            using var command = Sql.Command(connection, transaction, sql, [.. parameters, ("@channel", channel)]);
            using var reader = command.ExecuteReader();
            return reader.Read() ? (reader.GetInt64(0), (OutboxState)reader.GetInt32(1), reader.GetInt64(2), reader.GetString(3)) : null;
        }
    }
}
