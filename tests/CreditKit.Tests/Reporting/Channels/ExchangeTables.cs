using System.Data.Common;
using System.Globalization;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Standards;

namespace CreditKit.Tests.Reporting.Channels;

/// <summary>A front-end database as a province sets it up, and the province's job that fetches and marks the rows.</summary>
internal sealed class ExchangeTables(string provider, string connectionString, DbProviderFactory factory)
{
    public ChannelOptions Options()
    {
        var options = ReportingBench.Options();
        (options.Type, options.Timeout) = ("exchange-table", TimeSpan.FromSeconds(5));
        var settings = options.Settings;
        (settings["Provider"], settings["ConnectionString"]) = (provider, connectionString);
        (settings["LicenseTable"], settings["PenaltyTable"]) = ("L_YZ_XZXK", "L_YZ_XZCF");
        (settings["StateColumn"], settings["ErrorColumn"], settings["TimeColumn"], settings["NumberColumn"]) = ("SHENG_ZT", "SHENG_CW", "SHENG_SJ", "SHENG_BH");
        (settings["NationalStateColumn"], settings["NationalErrorColumn"]) = ("GJ_ZT", "GJ_CW");
        options.Columns["CF_FR_ZJHM"] = "CF_FR_SFZH";
        options.Columns["XK_FR_ZJLX"] = "-";
        options.ExtraColumns["SYNC"] = "N";
        options.ExtraColumns["HASH"] = "{contentHash}";
        return options;
    }

    public void Create()
    {
        foreach (var kind in Enum.GetValues<RecordKind>().Where(k => StandardEditions.Default.Current.Columns(k).Count > 0))
        {
            var table = kind == RecordKind.License ? "L_YZ_XZXK" : "L_YZ_XZCF";
            if (kind is not (RecordKind.License or RecordKind.Penalty)) continue;
            var columns = StandardEditions.Default.Current.Columns(kind).Where(c => c.Code != "XK_FR_ZJLX").Select(c => $"\"{(c.Code == "CF_FR_ZJHM" ? "CF_FR_SFZH" : c.Code)}\" {(c.Code == "BZ" ? "VARCHAR(1000) CHECK (LENGTH(\"BZ\") <= 1000)" : "TEXT")}");
            Run($"CREATE TABLE \"{table}\" (\"RECID\" VARCHAR(64) PRIMARY KEY, {string.Join(", ", columns)}, \"SYNC\" TEXT, \"HASH\" TEXT, \"SHENG_ZT\" TEXT, \"SHENG_CW\" TEXT, \"SHENG_SJ\" TEXT, \"SHENG_BH\" TEXT, \"GJ_ZT\" TEXT, \"GJ_CW\" TEXT)");
        }
    }

    /// <summary>The province's job: everything that waits is taken, or marked as failed where the sign is in its text.</summary>
    public void Fetch(string failing = "\u0000")
    {
        foreach (var table in new[] { "L_YZ_XZXK", "L_YZ_XZCF" })
        {
            var text = table == "L_YZ_XZXK" ? "XK_NR" : "CF_NR";
            Run($"UPDATE \"{table}\" SET \"SHENG_ZT\" = CASE WHEN \"{text}\" LIKE '%{failing.Replace("\u0000", "没有这样的内容", StringComparison.Ordinal)}%' THEN '2' ELSE '1' END, \"SHENG_CW\" = CASE WHEN \"{text}\" LIKE '%{failing.Replace("\u0000", "没有这样的内容", StringComparison.Ordinal)}%' THEN '验证规则代码:1001;错误描述:未查询到主体' END, \"SHENG_SJ\" = '2026-11-22 10:00:00', \"SHENG_BH\" = 'S' || \"RECID\" WHERE \"SHENG_ZT\" = '0'");
        }
    }

    public List<Dictionary<string, string?>> Rows(string table)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY \"RECID\"";
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, string?>>();
        while (reader.Read()) rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)));
        return rows;
    }

    public void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private DbConnection Open()
    {
        var connection = factory.CreateConnection()!;
        connection.ConnectionString = connectionString;
        connection.Open();
        return connection;
    }
}
