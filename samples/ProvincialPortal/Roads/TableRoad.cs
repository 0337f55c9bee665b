using Microsoft.Data.Sqlite;
using ProvincialPortal.Rules;
using ProvincialPortal.Store;

namespace ProvincialPortal.Roads;

/// <summary>
/// The province's job over the exchange tables of an agency: fetches the rows that wait, marks them as taken or failed with
/// the reason, and takes down what the agency has deleted. SQLite; tables L_YZ_XZXK and L_YZ_XZCF are made when missing.
/// </summary>
internal sealed class TableRoad(ProvincialPortalOptions options, PortalStore store, RowRules rules, TimeProvider time)
{
    private const string Road = "前置库";

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = options.ExchangeDatabase, DefaultTimeout = 30 }.ToString();

    /// <summary>Makes the tables.</summary>
    public void Create()
    {
        using var connection = Open();
        foreach (var (table, columns) in new[] { ("L_YZ_XZXK", ColumnRules.License.Select(c => c.Code)), ("L_YZ_XZCF", ColumnRules.Penalty.Select(c => c.Code).Concat(["CF_NR_FK", "CF_NR_WFFF", "CF_YXQ", "CF_GSJZQ"])) })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS {table} (RECID TEXT PRIMARY KEY, {string.Join(", ", columns.Distinct().Select(c => c + " TEXT"))}, SHENG_ZT TEXT, SHENG_CW TEXT, SHENG_SJ TEXT)";
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Fetches what waits. Number of rows.</summary>
    public int Fetch()
    {
        using var connection = Open();
        return Fetch(connection, "L_YZ_XZXK", "行政许可") + Fetch(connection, "L_YZ_XZCF", "行政处罚");
    }

    private int Fetch(SqliteConnection connection, string table, string kind)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var (waiting, all) = (new List<(string Id, KeylessRow Row)>(), new HashSet<string>());
        using (var select = Command(transaction, $"SELECT * FROM {table}"))
        using (var reader = select.ExecuteReader())
            while (reader.Read())
            {
                var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? "" : reader.GetString(i));
                var (id, state) = (columns["RECID"], columns["SHENG_ZT"]);
                foreach (var own in new[] { "RECID", "SHENG_ZT", "SHENG_CW", "SHENG_SJ" }) columns.Remove(own);
                var row = new KeylessRow(kind, columns);
                if (state != "2") all.Add(row.Id(Road));
                if (state == "0") waiting.Add((id, row));
            }

        using var mark = Command(transaction, $"UPDATE {table} SET SHENG_ZT = @state, SHENG_CW = @fault, SHENG_SJ = @at WHERE RECID = @id");
        foreach (var name in new[] { "@state", "@fault", "@at", "@id" }) mark.Parameters.Add(new SqliteParameter { ParameterName = name });
        foreach (var (id, row) in waiting)
        {
            var refusal = rules.Check(row);
            if (refusal is null) store.Replace(Road, [row], time.GetUtcNow());
            else store.CountRejected();
            (mark.Parameters[0].Value, mark.Parameters[1].Value, mark.Parameters[2].Value, mark.Parameters[3].Value) = (refusal is null ? "1" : "2", (object?)refusal?.Message ?? DBNull.Value, time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), id);
            mark.ExecuteNonQuery();
        }

        store.KeepOnly(Road, kind, all, time.GetUtcNow());
        transaction.Commit();
        return waiting.Count;
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
