using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>
/// Queueing, inside the transaction of the revision it belongs to. A newer entry takes the place of one that was never
/// tried; one that may have reached the channel stays, and the newer one waits behind it.
/// </summary>
internal sealed class OutboxQueue(LedgerDatabase database)
{
    private Statement? _channels;
    private Statement? _supersede;
    private Statement? _known;
    private Statement? _insert;

    /// <summary>Queues a revision for the channels that may carry it, and its withdrawal for those that no longer may.</summary>
    public void Upsert(SqliteConnection connection, SqliteTransaction transaction, long recordId, int revision, bool isNew, IReadOnlyList<string> channels)
    {
        if (!isNew)
        {
            foreach (var channel in KnownChannels(connection, transaction, recordId))
                if (!channels.Contains(channel)) Withdraw(connection, transaction, recordId, revision, channel);
        }

        foreach (var channel in channels)
        {
            if (!isNew) Supersede(connection, transaction, recordId, channel);
            Insert(connection, transaction, channel, recordId, revision, OutboxOperation.Upsert);
        }
    }

    /// <summary>Queues the withdrawal for every channel that may have the record.</summary>
    public void WithdrawEverywhere(SqliteConnection connection, SqliteTransaction transaction, long recordId, int revision)
    {
        foreach (var channel in KnownChannels(connection, transaction, recordId)) Withdraw(connection, transaction, recordId, revision, channel);
    }

    private void Withdraw(SqliteConnection connection, SqliteTransaction transaction, long recordId, int revision, string channel)
    {
        Supersede(connection, transaction, recordId, channel);

        // The channel may hold the record unless its last word was a withdrawal, or nothing was ever tried there. What it took and
        // refused afterwards may still lie there, in a table above all.
        _known ??= new(connection, """
            SELECT operation FROM outbox
            WHERE record_id = @record AND channel = @channel AND (state IN (0, 1, 2, 3) OR EXISTS (SELECT 1 FROM receipt WHERE outbox_id = outbox.id))
            ORDER BY id DESC LIMIT 1
            """, "@record", "@channel");
        if (_known.With(transaction, recordId, channel).Scalar() is long operation && operation == (long)OutboxOperation.Upsert)
            Insert(connection, transaction, channel, recordId, revision, OutboxOperation.Withdraw);
    }

    private List<string> KnownChannels(SqliteConnection connection, SqliteTransaction transaction, long recordId)
    {
        _channels ??= new(connection, "SELECT DISTINCT channel FROM outbox WHERE record_id = @record", "@record");
        var channels = new List<string>();
        using var reader = _channels.With(transaction, recordId).Query();
        while (reader.Read()) channels.Add(reader.GetString(0));
        return channels;
    }

    private void Supersede(SqliteConnection connection, SqliteTransaction transaction, long recordId, string channel)
    {
        _supersede ??= new(connection, """
            UPDATE outbox SET state = 5, finished_at = @now
            WHERE record_id = @record AND channel = @channel AND ((state = 0 AND attempts = 0) OR state = 4)
            """, "@now", "@record", "@channel");
        _supersede.With(transaction, database.Now, recordId, channel).Run();
    }

    private void Insert(SqliteConnection connection, SqliteTransaction transaction, string channel, long recordId, int revision, OutboxOperation operation)
    {
        _insert ??= new(connection, """
            INSERT INTO outbox (channel, record_id, revision, operation, state, next_attempt_at, queued_at)
            VALUES (@channel, @record, @revision, @operation, 0, @now, @now)
            ON CONFLICT (channel, record_id, revision, operation) DO UPDATE
            SET state = 0, attempts = 0, suspicion = 0, resent = resent + 1, next_attempt_at = excluded.next_attempt_at, finished_at = NULL
            WHERE state IN (4, 5)
            """, "@channel", "@record", "@revision", "@operation", "@now");
        _insert.With(transaction, channel, recordId, revision, (int)operation, database.Now).Run();
    }
}
