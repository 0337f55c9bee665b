using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>The outbox as a whole: what each record's last word at a channel is, what is amiss, and what is told again.</summary>
internal sealed class OutboxCensus(LedgerDatabase database)
{
    private const string Entry = "SELECT o.id, o.record_id, r.public_id, o.revision, o.operation, o.state, o.attempts, o.resent FROM outbox o JOIN record r ON r.id = o.record_id";

    public IReadOnlyDictionary<long, OutboxEntry> Newest(string channel) => database.Read(connection => Sql.List(connection, r => Read(r, channel), $"""
        {Entry} WHERE o.id IN (SELECT MAX(id) FROM outbox WHERE channel = @channel AND state <> 5 GROUP BY record_id)
        """, ("@channel", channel)).ToDictionary(e => e.RecordId));

    public IReadOnlySet<long> Reported() => database.Read(connection =>
        Sql.List(connection, r => r.GetInt64(0), "SELECT DISTINCT record_id FROM outbox WHERE state = 3 AND operation = 1").ToHashSet());

    public IReadOnlyList<OutboxEntry> Unreported(string channel, int limit) => database.Read(connection => Sql.List(connection, r => Read(r, channel), $"""
        {Entry} WHERE o.channel = @channel AND o.state IN (0, 1, 2, 4) AND o.operation = 1 AND r.historic = 0 ORDER BY r.decision_day, o.id LIMIT @limit
        """, ("@channel", channel), ("@limit", limit)));

    public OutboxTrouble Trouble(string channel, DateTimeOffset rejectedBefore, DateTimeOffset sentBefore) => database.Read(connection =>
    {
        using var command = Sql.Command(connection, null, $"""
            SELECT (SELECT COUNT(*) FROM outbox WHERE channel = @channel AND state = 4 AND finished_at <= @rejected),
                   (SELECT COUNT(*) FROM outbox WHERE channel = @channel AND state IN (0, 1, 2) AND attempts > 0 AND queued_at <= @sent)
                 + (SELECT COUNT(*) FROM outbox WHERE channel = @channel AND state = 3 AND answer_code = 'handed-over' AND finished_at <= @sent),
                   (SELECT COUNT(*) FROM outbox WHERE channel = @channel AND state = 2 AND next_attempt_at = {SqliteOutbox.Never})
            """, ("@channel", channel), ("@rejected", rejectedBefore.ToUnixTimeMilliseconds()), ("@sent", sentBefore.ToUnixTimeMilliseconds()));
        using var reader = command.ExecuteReader();
        reader.Read();
        return new OutboxTrouble(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    });

    public bool Queue(string channel, long recordId, int revision, OutboxOperation operation) => database.Write((connection, transaction) =>
    {
        var busy = Sql.Scalar(connection, transaction, """
            SELECT 1 FROM outbox WHERE record_id = @record AND channel = @channel AND (state IN (0, 1, 2)
                OR (state <> 5 AND id > (SELECT id FROM outbox WHERE record_id = @record AND channel = @channel AND revision = @revision AND operation = @operation)))
            LIMIT 1
            """, ("@record", recordId), ("@channel", channel), ("@revision", revision), ("@operation", (int)operation)) is not null;
        if (busy) return false;
        return Sql.Run(connection, transaction, """
            INSERT INTO outbox (channel, record_id, revision, operation, state, next_attempt_at, queued_at)
            VALUES (@channel, @record, @revision, @operation, 0, @now, @now)
            ON CONFLICT (channel, record_id, revision, operation) DO UPDATE
            SET state = 0, attempts = 0, suspicion = 0, resent = resent + 1, next_attempt_at = excluded.next_attempt_at, queued_at = excluded.queued_at,
                finished_at = NULL, answer = NULL, answer_code = NULL
            """, ("@channel", channel), ("@record", recordId), ("@revision", revision), ("@operation", (int)operation), ("@now", database.Now)) == 1;
    });

    private static OutboxEntry Read(SqliteDataReader reader, string channel) => new()
    {
        Id = reader.GetInt64(0),
        Channel = channel,
        RecordId = reader.GetInt64(1),
        PublicId = reader.GetString(2),
        Revision = reader.GetInt32(3),
        Operation = (OutboxOperation)reader.GetInt32(4),
        State = (OutboxState)reader.GetInt32(5),
        Attempts = reader.GetInt32(6),
        Resent = reader.GetInt32(7),
    };
}
