using System.Globalization;
using Microsoft.Data.Sqlite;
using ProvincialPortal.Faults;
using ProvincialPortal.Rules;
using ProvincialPortal.Store;

namespace ProvincialPortal.Roads;

/// <summary>
/// The province's job over the exchange tables of an agency: fetches the rows that wait, marks them as taken or failed with
/// the reason, and takes down what the agency has deleted. SQLite; tables L_YZ_XZXK and L_YZ_XZCF are made when missing.
/// </summary>
internal sealed class TableRoad(ProvincialPortalOptions options, PortalStore store, RowRules rules, FaultInjector faults, TimeProvider time)
{
    private const string Road = "前置库";
    private const int Stretch = 500;
    private static readonly string[] s_own = ["RECID", "SHENG_ZT", "SHENG_CW", "SHENG_SJ"];
    private readonly Dictionary<string, DateTimeOffset> _looked = [];

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = options.ExchangeDatabase, DefaultTimeout = 30 }.ToString();

    /// <summary>Makes the tables.</summary>
    public void Create()
    {
        using var connection = Open();
        foreach (var (table, columns) in new[] { ("L_YZ_XZXK", ColumnRules.License.Select(c => c.Code)), ("L_YZ_XZCF", ColumnRules.Penalty.Select(c => c.Code).Concat(["CF_NR_FK", "CF_NR_WFFF", "CF_YXQ", "CF_GSJZQ"])) })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS {table} (RECID TEXT PRIMARY KEY, {string.Join(", ", columns.Append(options.RevisionColumn).Where(c => c.Length > 0).Distinct().Select(c => c + " TEXT"))}, SHENG_ZT TEXT, SHENG_CW TEXT, SHENG_SJ TEXT); CREATE INDEX IF NOT EXISTS {table}_ZT ON {table} (SHENG_ZT); CREATE INDEX IF NOT EXISTS {table}_WSH ON {table} ({(table == "L_YZ_XZXK" ? "XK_WSH" : "CF_WSH")})";
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Fetches what waits. Number of rows.</summary>
    public int Fetch()
    {
        using var connection = Open();
        var now = time.GetUtcNow();
        var fetched = 0;
        foreach (var (table, kind) in new[] { ("L_YZ_XZXK", "行政许可"), ("L_YZ_XZCF", "行政处罚") })
        {
            fetched += Fetch(connection, table, kind, now);
            Refuse(connection, table, kind, now);
            TakeDown(connection, table, kind, now);
        }

        return fetched;
    }

    /// <summary>Rows that no job has fetched yet.</summary>
    public long Waiting()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM L_YZ_XZXK WHERE SHENG_ZT = '0') + (SELECT COUNT(*) FROM L_YZ_XZCF WHERE SHENG_ZT = '0')";
        return (long)command.ExecuteScalar()!;
    }

    // A stretch at a time, so that the agency never waits long for its tables.
    private int Fetch(SqliteConnection connection, string table, string kind, DateTimeOffset now)
    {
        for (var fetched = 0; ;)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var rows = new List<(string Id, KeylessRow Row, Refusal? Refusal)>();
            using (var select = Command(transaction, $"SELECT * FROM {table} WHERE SHENG_ZT = '0' LIMIT {Stretch}"))
            using (var reader = select.ExecuteReader())
                while (reader.Read())
                {
                    var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? "" : reader.GetString(i));
                    var id = columns["RECID"];
                    foreach (var own in s_own) columns.Remove(own);
                    var row = new KeylessRow(kind, columns);
                    rows.Add((id, row, rules.Check(row)));
                }

            if (rows.Count == 0) return fetched;
            var good = rows.Where(r => r.Refusal is null).Select(r => r.Row).ToList();
            store.Replace(Road, good, now, faults.RefusesLater() ? now + options.Faults.RefuseAfter : null);
            foreach (var (id, _, refusal) in rows)
            {
                if (refusal is not null) store.CountRejected();
                Mark(transaction, table, "RECID = @key", id, refusal?.Message, now);
            }

            transaction.Commit();
            fetched += rows.Count;
        }
    }

    // What was taken and is refused afterwards is marked where it stands.
    private void Refuse(SqliteConnection connection, string table, string kind, DateTimeOffset now)
    {
        var late = store.Late(Road, kind, _looked.GetValueOrDefault(kind), now);
        if (late.Count > 0)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var (number, name) = kind == "行政许可" ? ("XK_WSH", "XK_XDR_MC") : ("CF_WSH", "CF_XDR_MC");
            foreach (var refusal in late) Mark(transaction, table, $"SHENG_ZT = '1' AND {number} = @key AND {name} = @name", refusal.DocumentNumber, refusal.Message, now, refusal.Counterpart);
            transaction.Commit();
        }

        _looked[kind] = now;
    }

    // What the agency has deleted comes down; equal counts say that nothing was.
    private void TakeDown(SqliteConnection connection, string table, string kind, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        using var count = Command(transaction, $"SELECT COUNT(*) FROM {table} WHERE SHENG_ZT = '1'");
        using var waiting = Command(transaction, $"SELECT EXISTS (SELECT 1 FROM {table} WHERE SHENG_ZT = '0')");
        if (waiting.ExecuteScalar() is 1L || (long)count.ExecuteScalar()! == store.Live(Road, kind)) return;
        var all = new HashSet<string>();
        var (number, name) = kind == "行政许可" ? ("XK_WSH", "XK_XDR_MC") : ("CF_WSH", "CF_XDR_MC");
        using (var select = Command(transaction, $"SELECT {number}, {name} FROM {table} WHERE SHENG_ZT <> '2'"))
        using (var reader = select.ExecuteReader())
            while (reader.Read()) all.Add(new KeylessRow(kind, new Dictionary<string, string> { [number] = reader.IsDBNull(0) ? "" : reader.GetString(0), [name] = reader.IsDBNull(1) ? "" : reader.GetString(1) }).Id(Road));
        store.KeepOnly(Road, kind, all, now);
    }

    private static void Mark(SqliteTransaction transaction, string table, string where, string key, string? fault, DateTimeOffset now, string name = "")
    {
        using var mark = Command(transaction, $"UPDATE {table} SET SHENG_ZT = @state, SHENG_CW = @fault, SHENG_SJ = @at WHERE {where}");
        mark.Parameters.AddWithValue("@state", fault is null ? "1" : "2");
        mark.Parameters.AddWithValue("@fault", (object?)fault ?? DBNull.Value);
        mark.Parameters.AddWithValue("@at", now.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture));
        mark.Parameters.AddWithValue("@key", key);
        if (name.Length > 0) mark.Parameters.AddWithValue("@name", name);
        mark.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return command;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }
}
