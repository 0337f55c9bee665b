using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>The alarms that stand, so that each is told once and not by every process.</summary>
internal sealed class AlarmTable(LedgerDatabase database)
{
    public AlarmTurn Turn(string channel, IReadOnlyDictionary<int, long> standing, TimeSpan again)
    {
        var known = Known(channel);

        // Nothing new costs no write lock.
        if (known.Count == 0 && standing.Count == 0) return new AlarmTurn(new Dictionary<int, (long, DateTimeOffset)>(), []);
        return database.Write((connection, transaction) =>
        {
            var now = database.Now;
            var raised = new Dictionary<int, (long, DateTimeOffset)>();
            foreach (var (kind, rows) in standing)
            {
                var told = Sql.Run(connection, transaction, """
                    INSERT INTO report_alarm (channel, kind, since, rows, told_at) VALUES (@channel, @kind, @now, @rows, @now)
                    ON CONFLICT (channel, kind) DO UPDATE SET rows = excluded.rows, told_at = excluded.told_at WHERE told_at <= @due
                    """, ("@channel", channel), ("@kind", kind), ("@now", now), ("@rows", rows), ("@due", now - (long)again.TotalMilliseconds)) == 1;
                if (told) raised[kind] = (rows, DateTimeOffset.FromUnixTimeMilliseconds((long)Sql.Scalar(connection, transaction, "SELECT since FROM report_alarm WHERE channel = @channel AND kind = @kind", ("@channel", channel), ("@kind", kind))!));
            }

            var over = new List<int>();
            foreach (var kind in known.Keys)
                if (!standing.ContainsKey(kind) && Sql.Run(connection, transaction, "DELETE FROM report_alarm WHERE channel = @channel AND kind = @kind", ("@channel", channel), ("@kind", kind)) == 1) over.Add(kind);
            return new AlarmTurn(raised, over);
        });
    }

    /// <summary>What stands, by kind: rows when it was last told.</summary>
    private Dictionary<int, long> Known(string channel) => database.Read(connection =>
        Sql.List(connection, r => (Kind: r.GetInt32(0), Rows: r.GetInt64(1)), "SELECT kind, rows FROM report_alarm WHERE channel = @channel", ("@channel", channel)).ToDictionary(a => a.Kind, a => a.Rows));
}
