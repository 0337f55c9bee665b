using CreditKit.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger;

/// <summary>
/// Wraps every data key anew under a new master key. Cut off at any moment, everything stays readable, since both keys are
/// in the key file until the last data key is done; run again, it goes on with the same key.
/// </summary>
internal sealed class KeyRotation(LedgerDatabase database)
{
    private const int Step = 2_000;
    private static readonly TimeSpan s_writersSeeTheNewKey = TimeSpan.FromSeconds(1);
    private readonly AuditTable _audit = new(database);

    /// <summary>Rotates, or completes a rotation that was cut off.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="forget">Forgets the former keys: backups made under them can no longer be read.</param>
    /// <param name="progress">Told how many keys are done.</param>
    /// <returns>Data keys wrapped anew, and whether an earlier rotation was completed.</returns>
    public KeyRotationResult Run(string actor, bool forget = false, Action<long>? progress = null)
    {
        var file = database.Cipher.Protector as AesFieldProtector;
        var tables = Tables();
        var unfinished = tables.Exists(t => Outdated(t, long.MinValue, 1).Count > 0);
        if (!unfinished) file?.Renew();
        var started = database.Time.GetTimestamp();

        long done = 0;
        foreach (var table in tables) done += Rewrap(table, done, progress);

        // A writer of another process may have read the key file just before it changed.
        while (forget && database.Time.GetElapsedTime(started) < s_writersSeeTheNewKey) Thread.Sleep(50);
        foreach (var table in tables) done += Rewrap(table, done, progress);

        _ = database.Write((connection, transaction) =>
        {
            _audit.Append(connection, transaction, actor, "keys-rotate", "done", null, $"keys={done}{(forget ? " forgotten=1" : "")}");
            return 0;
        });
        file?.Retire(forget);

        // The former wrapped keys must not outlive the rotation in the log of the database.
        database.Checkpoint();
        return new KeyRotationResult(done, unfinished);
    }

    // Every table with a column data_key, so that a later table is not forgotten.
    private List<string> Tables() => database.Read(connection => Sql.List(connection, r => r.GetString(0), """
        SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'data_key' WHERE m.type = 'table' ORDER BY m.name
        """));

    private long Rewrap(string table, long before, Action<long>? progress)
    {
        var done = 0L;
        for (var after = long.MinValue; Outdated(table, after, Step) is { Count: > 0 } rows; after = rows[^1].Id)
        {
            done += database.Write((connection, transaction) =>
            {
                using var update = new Statement(connection, $"UPDATE {table} SET data_key = @new WHERE rowid = @id AND data_key = @old", "@new", "@id", "@old");
                return rows.Sum(row => update.With(transaction, database.Cipher.Unwrap(row.Wrapped).Wrap(), row.Id, row.Wrapped).Run());
            });
            progress?.Invoke(before + done);
        }

        return done;
    }

    private List<(long Id, byte[] Wrapped)> Outdated(string table, long after, int limit) => database.Read(connection =>
    {
        using var command = Sql.Command(connection, null, $"SELECT rowid, data_key FROM {table} WHERE rowid > @after AND data_key IS NOT NULL ORDER BY rowid", ("@after", after));
        using var reader = command.ExecuteReader();
        var rows = new List<(long, byte[])>();
        while (rows.Count < limit && reader.Read())
            if ((byte[])reader.GetValue(1) is var wrapped && !database.Cipher.Protector.IsCurrent(wrapped)) rows.Add((reader.GetInt64(0), wrapped));
        return rows;
    });
}
