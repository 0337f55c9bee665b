using System.Diagnostics;
using CreditKit.Publication.Sqlite;

namespace CreditKit.Benchmarks.Intake;

/// <summary>
/// What this machine does at this moment: a record of 700 bytes and its outbox entry, 100 to a durable commit, on one
/// thread. 64,000 a second on a quiet machine; absolute demands are scaled by it.
/// </summary>
internal static class LedgerReference
{
    /// <summary>Rows a second on a quiet machine.</summary>
    public const double Quiet = 64_000;

    private const int Rows = 60_000, PerCommit = 100;

    /// <summary>Median of three runs.</summary>
    public static double Measure(string folder)
    {
        double[] rates = [Once(folder), Once(folder), Once(folder)];
        Array.Sort(rates);
        return rates[1];
    }

    private static double Once(string folder)
    {
        var path = Path.Combine(folder, "reference.db");
        foreach (var file in Directory.GetFiles(folder, "reference.db*")) File.Delete(file);
        using var connection = NativeConnection.Open(path, readOnly: false);
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE record (id INTEGER PRIMARY KEY, body BLOB); CREATE TABLE outbox (id INTEGER PRIMARY KEY, record INTEGER, state INTEGER, due INTEGER);");
        var record = connection.Prepare("INSERT INTO record VALUES (?1, ?2)");
        var outbox = connection.Prepare("INSERT INTO outbox VALUES (?1, ?1, 0, ?1)");
        var body = new byte[700];
        var watch = Stopwatch.StartNew();
        for (var at = 0; at < Rows;)
        {
            connection.Execute("BEGIN IMMEDIATE");
            for (var i = 0; i < PerCommit; i++, at++)
            {
                record.Bind(1, at).BindBlob(2, body).Run();
                outbox.Bind(1, at).Run();
            }

            connection.Execute("COMMIT");
        }

        return Rows / watch.Elapsed.TotalSeconds;
    }
}
