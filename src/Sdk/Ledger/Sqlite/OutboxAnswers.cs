using System.Text;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Writes what became of leased rows. What a channel said is encrypted under the record's own key and goes with it when it is erased.</summary>
internal sealed class OutboxAnswers(LedgerDatabase database)
{
    private Statement? _key;
    private Statement? _accept;
    private Statement? _finish;
    private Statement? _retry;
    private Statement? _receipt;
    private Statement? _settle;

    /// <summary>Numbers as one parameter.</summary>
    public static string Ids(IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";

    /// <summary>What the channel said of a row, encrypted, where its key is at hand; null otherwise.</summary>
    public static byte[]? Encrypted(OutboxOutcome outcome) =>
        outcome is { Answer: { } text, Entry: { Key: { } key } entry } ? key.Encrypt(Encoding.UTF8.GetBytes(text), Place(entry.PublicId, entry.Id)) : null;

    /// <summary>Rows that were taken, with their receipts; those whose lease is not ours any more are left alone. The number written.</summary>
    public int Accept(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<OutboxOutcome> outcomes, IReadOnlyList<byte[]?> words, long now)
    {
        _accept ??= new(connection, """
            UPDATE outbox SET state = 3, finished_at = @now, answer_code = @code, answer = NULL, lease_token = NULL
            WHERE id IN (SELECT value FROM json_each(@ids)) AND state = 1 AND lease_token = @token
            RETURNING id
            """, "@now", "@code", "@ids", "@token");
        var written = new HashSet<long>();
        foreach (var group in outcomes.Where(o => o.State == OutboxState.Accepted).GroupBy(o => (o.Code, o.Entry.LeaseToken)))
        {
            using var reader = _accept.With(transaction, now, group.Key.Code, Ids(group.Select(o => o.Entry.Id)), group.Key.LeaseToken.ToByteArray()).Query();
            while (reader.Read()) written.Add(reader.GetInt64(0));
        }

        for (var i = 0; i < outcomes.Count; i++)
        {
            var (outcome, entry) = (outcomes[i], outcomes[i].Entry);
            if (outcome.State == OutboxState.Accepted && written.Contains(entry.Id)) Receipt(connection, transaction, entry.Id, now, outcome.Batch, outcome.Number, words[i] ?? Encrypted(connection, transaction, outcome));
        }

        return written.Count;
    }

    /// <summary>Any other outcome. False when the lease is not ours any more: then nothing is written.</summary>
    public bool Write(SqliteConnection connection, SqliteTransaction transaction, OutboxOutcome outcome, byte[]? words, long now)
    {
        var entry = outcome.Entry;
        var token = entry.LeaseToken.ToByteArray();
        if (outcome.State is OutboxState.Pending or OutboxState.Unknown)
        {
            _retry ??= new(connection, """
                UPDATE outbox SET state = @state, next_attempt_at = @due, attempts = MAX(0, attempts - @unsent), suspicion = suspicion + @suspicion, answer_code = @code, lease_token = NULL
                WHERE id = @id AND state = 1 AND lease_token = @token
                """, "@state", "@due", "@unsent", "@suspicion", "@code", "@id", "@token");
            var due = outcome.Wait is { } wait ? now + (long)wait.TotalMilliseconds : SqliteOutbox.Never;
            return _retry.With(transaction, (int)outcome.State, due, outcome.NeverSent ? 1 : 0, outcome.Suspicious ? 1 : 0, outcome.Code, entry.Id, token).Run() == 1;
        }

        _finish ??= new(connection, """
            UPDATE outbox SET state = @state, finished_at = @now, answer_code = @code, answer = @answer, lease_token = NULL
            WHERE id = @id AND state = 1 AND lease_token = @token
            """, "@state", "@now", "@code", "@answer", "@id", "@token");
        return _finish.With(transaction, (int)outcome.State, now, outcome.Code, words ?? Encrypted(connection, transaction, outcome), entry.Id, token).Run() == 1;
    }

    private byte[]? Encrypted(SqliteConnection connection, SqliteTransaction transaction, OutboxOutcome outcome) =>
        outcome.Answer is { } text ? Encrypt(connection, transaction, outcome.Entry.RecordId, outcome.Entry.PublicId, outcome.Entry.Id, text) : null;

    /// <summary>A person says that an unknown row is there.</summary>
    public bool Settle(SqliteConnection connection, SqliteTransaction transaction, long entryId, string number)
    {
        var now = database.Now;
        _settle ??= new(connection, "UPDATE outbox SET state = 3, finished_at = @now, answer_code = 'settled' WHERE id = @id AND state = 2", "@now", "@id");
        if (_settle.With(transaction, now, entryId).Run() != 1) return false;
        Receipt(connection, transaction, entryId, now, "", number, null);
        return true;
    }

    /// <summary>What ties an answer to its row.</summary>
    public static byte[] Place(string publicId, long entryId) => Encoding.UTF8.GetBytes($"{publicId}/{entryId}/answer");

    private void Receipt(SqliteConnection connection, SqliteTransaction transaction, long entryId, long now, string batch, string number, byte[]? answer)
    {
        _receipt ??= new(connection, "INSERT INTO receipt (outbox_id, at, batch, number, answer) VALUES (@id, @now, @batch, @number, @answer)",
            "@id", "@now", "@batch", "@number", "@answer");
        _receipt.With(transaction, entryId, now, batch, number, answer).Run();
    }

    /// <summary>A receipt that came after the call.</summary>
    public void Receipt(SqliteConnection connection, SqliteTransaction transaction, long recordId, string publicId, long entryId, long now, string batch, string number, string words) =>
        Receipt(connection, transaction, entryId, now, batch, number, words.Length > 0 ? Encrypt(connection, transaction, recordId, publicId, entryId, words) : null);

    /// <summary>What a channel said, under the record's own key; null when the record was erased.</summary>
    public byte[]? Encrypt(SqliteConnection connection, SqliteTransaction transaction, long recordId, string publicId, long entryId, string text)
    {
        _key ??= new(connection, "SELECT data_key FROM record WHERE id = @id", "@id");
        return _key.With(transaction, recordId).Scalar() is byte[] wrapped
            ? database.Cipher.Unwrap(wrapped).Encrypt(Encoding.UTF8.GetBytes(text), Place(publicId, entryId))
            : null;
    }
}
