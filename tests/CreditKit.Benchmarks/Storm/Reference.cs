using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace CreditKit.Benchmarks.Storm;

/// <summary>What the machine can do at the moment: the bare insert of a record and its outbox row, durable at every 100.</summary>
internal static class Reference
{
    /// <summary>What the machine of the stated figures did.</summary>
    public const double Stated = 64_000;

    /// <summary>Records a second at 100 per commit, and commits a second of one record each.</summary>
    public static (double Batched, double Commits) Measure()
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-reference-");
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "r.db")};Pooling=False");
            connection.Open();
            Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE record (id INTEGER PRIMARY KEY, payload BLOB); CREATE TABLE outbox (id INTEGER PRIMARY KEY, record INTEGER, state INTEGER)");
            var runs = Enumerable.Range(0, 3).Select(_ => Rate(connection, 20_000, 100)).Order().ToArray();
            return (runs[1], Rate(connection, 300, 1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Rate(SqliteConnection connection, int records, int batch)
    {
        using var record = Prepare(connection, "INSERT INTO record (payload) VALUES (@p)", "@p");
        using var outbox = Prepare(connection, "INSERT INTO outbox (record, state) VALUES (last_insert_rowid(), @p)", "@p");
        (record.Parameters[0].Value, outbox.Parameters[0].Value) = (new byte[700], 0);
        var clock = Stopwatch.StartNew();
        for (var done = 0; done < records; done += batch)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            (record.Transaction, outbox.Transaction) = (transaction, transaction);
            for (var i = 0; i < batch; i++)
            {
                record.ExecuteNonQuery();
                outbox.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return records / clock.Elapsed.TotalSeconds;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, string parameter)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
