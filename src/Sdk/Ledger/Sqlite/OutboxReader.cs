using System.Text;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Questions to the outbox; each on a reading connection of its own.</summary>
internal sealed class OutboxReader(LedgerDatabase database)
{
    /// <summary>Condition on a row o: nothing older of the same record is open at this channel.</summary>
    public const string FirstOfRecord = """
        NOT EXISTS (SELECT 1 FROM outbox older WHERE older.record_id = o.record_id AND older.channel = o.channel AND older.id < o.id AND older.state IN (0, 1, 2))
        """;

    private const string Traces = """
        SELECT o.id, o.channel, o.record_id, r.public_id, o.revision, o.operation, o.state, o.attempts, o.resent, o.suspicion, o.queued_at, o.finished_at,
               o.answer_code, CASE WHEN o.state = 3 THEN t.answer ELSE COALESCE(o.answer, t.answer) END, t.batch, t.number, r.data_key
        FROM outbox o JOIN record r ON r.id = o.record_id
        LEFT JOIN receipt t ON t.id = (SELECT MAX(id) FROM receipt WHERE outbox_id = o.id)
        """;

    private readonly ChannelTable _channels = new(database);

    public ChannelStanding Standing(string channel) => _channels.Standing(channel);

    public DateTimeOffset? NextDue(string channel)
    {
        var standing = Standing(channel);
        if (standing.Paused) return null;
        return database.Read(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                SELECT o.next_attempt_at FROM outbox o
                WHERE o.channel = @channel AND o.state IN (0, 1, 2) AND o.next_attempt_at < @never AND {FirstOfRecord}
                ORDER BY o.next_attempt_at, o.id LIMIT 1
                """;
            command.Parameters.AddWithValue("@channel", channel);
            command.Parameters.AddWithValue("@never", SqliteOutbox.Never);
            if (command.ExecuteScalar() is not long due) return (DateTimeOffset?)null;
            var at = DateTimeOffset.FromUnixTimeMilliseconds(due);
            return at > standing.NextCallAt ? at : standing.NextCallAt;
        });
    }

    public OutboxCounts Counts(string channel) => database.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT state, COUNT(*) FROM outbox WHERE channel = @channel GROUP BY state";
        command.Parameters.AddWithValue("@channel", channel);
        var counts = new long[6];
        using var reader = command.ExecuteReader();
        while (reader.Read()) counts[reader.GetInt32(0)] = reader.GetInt64(1);
        return new OutboxCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    });

    public IReadOnlyList<OutboxTrace> Waiting(string channel, int limit) =>
        Query($"{Traces} WHERE o.channel = @value AND (o.state = 4 OR (o.state = 2 AND o.next_attempt_at = {SqliteOutbox.Never})) ORDER BY o.id LIMIT {limit}", channel);

    public IReadOnlyList<OutboxTrace> Timeline(long recordId) => Query($"{Traces} WHERE o.record_id = @value ORDER BY o.id", recordId);

    private List<OutboxTrace> Query(string sql, object value) => database.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@value", value);
        var traces = new List<OutboxTrace>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) traces.Add(Trace(reader));
        return traces;
    });

    private OutboxTrace Trace(SqliteDataReader reader)
    {
        var entry = new OutboxEntry
        {
            Id = reader.GetInt64(0),
            Channel = reader.GetString(1),
            RecordId = reader.GetInt64(2),
            PublicId = reader.GetString(3),
            Revision = reader.GetInt32(4),
            Operation = (OutboxOperation)reader.GetInt32(5),
            State = (OutboxState)reader.GetInt32(6),
            Attempts = reader.GetInt32(7),
            Resent = reader.GetInt32(8),
            Suspicion = reader.GetInt32(9),
        };
        return new OutboxTrace
        {
            Entry = entry,
            QueuedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(10)),
            FinishedAt = reader.IsDBNull(11) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(11)),
            Code = reader.IsDBNull(12) ? null : reader.GetString(12),
            Answer = reader.IsDBNull(13) || reader.IsDBNull(16) ? null : Encoding.UTF8.GetString(
                database.Cipher.Unwrap((byte[])reader.GetValue(16)).Decrypt((byte[])reader.GetValue(13), OutboxAnswers.Place(entry.PublicId, entry.Id))),
            Batch = reader.IsDBNull(14) ? null : reader.GetString(14),
            Number = reader.IsDBNull(15) ? null : reader.GetString(15),
        };
    }
}
