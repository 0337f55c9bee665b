using System.Data.Common;
using System.Globalization;
using CreditKit.Intake;
using CreditKit.Intake.Readers;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CreditKit.Tests.Intake;

[Trait("Requirement", "002-14")]
[Trait("Requirement", "004-12")]
public sealed class DatabaseIntakeTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestClock _clock = new();

    private string SourceFile => _folder.File("source.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public void Pull_TakesEverythingOnce_AndThenTheChanges()
    {
        using var source = Source();
        Insert(source, 1, 30);
        using var engine = Engine();
        engine.Pulls.Pull("approvals", "tester").ShouldBe(new ImportSummary(30, 30, 0, 0, 0));
        engine.Query.List(new(), null, 100).Total.ShouldBe(30, "reviewed rows are on the column when the call returns");
        engine.Ledger.All().First().Source.System.ShouldBe("approvals");

        // The overlap reads the last minutes again; nothing comes twice.
        engine.Pulls.Pull("approvals", "tester").Accepted.ShouldBe(0);
        engine.Ledger.All().Count().ShouldBe(30);

        Insert(source, 31, 2);
        Execute(source, "UPDATE xk SET 许可内容 = '变更后的内容', changed = '2026-10-02 12:00:00' WHERE id = 5");
        var third = engine.Pulls.Pull("approvals", "tester");
        (third.Accepted, third.Corrected).ShouldBe((2, 1));
        engine.Ledger.All().Count().ShouldBe(32);
    }

    [Fact]
    public void Pull_LosesAndDoublesNothing_WhenItStopsBetweenRowsAndWatermark()
    {
        using var source = Source();
        Insert(source, 1, 1_700);
        using (var engine = Engine())
        {
            // Broken off behind the second batch: two batches are durable, the watermark is the second's.
            using var stop = new CancellationTokenSource();
            Should.Throw<OperationCanceledException>(() => engine.Pulls.Pull("approvals", "tester", null, new Stop(stop, 1_000), null, stop.Token));
            engine.Ledger.All().Count().ShouldBe(1_000);

            // As after a crash between a durable batch and its watermark: the mark stands earlier than the rows.
            new WatermarkTable(engine.Ledger.Database).Save("approvals", "s:2026-10-01 08:10:00");
        }

        using var again = Engine();
        var summary = again.Pulls.Pull("approvals", "tester");
        summary.Accepted.ShouldBe(700);
        summary.Corrected.ShouldBe(0);
        again.Ledger.All().Select(r => r.Record.Value.DocumentNumber).Distinct().Count().ShouldBe(1_700);
    }

    [Fact]
    public void LateCommit_IsReadWithinTheOverlap_AndRowsWithoutWatermarkAlways()
    {
        using var source = Source();
        Insert(source, 1, 10);
        using var engine = Engine();
        engine.Pulls.Pull("approvals", "tester");
        Insert(source, 50, 1, time: "2026-10-01 08:00:08");
        Insert(source, 51, 1, time: null);
        engine.Pulls.Pull("approvals", "tester").Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task Tool_PullsFromTheConfiguredSource_AsImportAnswers()
    {
        using (var source = Source()) Insert(source, 1, 3);
        File.WriteAllText(_folder.File("shuanggongshi.json"), $$"""{ "Sources": { "approvals": { "Provider": "sqlite", "ConnectionString": "Data Source={{SourceFile}}", "Query": "xk", "Watermark": "changed" } } }""");
        var (output, error) = (new StringWriter(), new StringWriter());
        (await CreditKit.Tool.CommandLine.RunAsync(["pull", "--data", _folder.Path, "--json"], output, error, _clock)).ShouldBe(0, error.ToString());
        using var answer = System.Text.Json.JsonDocument.Parse(output.ToString());
        answer.RootElement.GetProperty("accepted").GetInt32().ShouldBe(3);
        answer.RootElement.GetProperty("records").GetArrayLength().ShouldBe(3);
        answer.RootElement.GetProperty("issues").EnumerateArray().ShouldNotContain(i => i.GetProperty("rule").GetString() == "unknown-heading" && i.GetProperty("field").GetString() == "changed");
    }

    [Theory]
    [InlineData("nosuch", "xk", "changed", "CK1421")]
    [InlineData("sqlite", "no_table", "changed", "CK1423")]
    [InlineData("sqlite", "xk; DROP TABLE xk", "changed", "CK1423")]
    [InlineData("sqlite", "SELECT id FROM xk", "changed", "CK1423")]
    public void Fault_NamesTheSource_AndNoConnectionString(string provider, string query, string watermark, string code)
    {
        Source().Dispose();
        using var engine = Engine(o => (o.Provider, o.Query, o.Watermark) = (provider, query, watermark));
        var fault = Should.Throw<CreditKitException>(() => engine.Pulls.Pull("approvals", "tester"));
        fault.Code.ShouldBe(code);
        fault.Message.ShouldNotContain(SourceFile);
        Should.Throw<CreditKitException>(() => engine.Pulls.Pull("other", "tester")).Code.ShouldBe("CK1425");
    }

    [PostgresFact]
    public void Pull_ReadsFromPostgreSql_ByTimestampAndByNumber()
    {
        using var server = PostgresServer.Start();
        DbProviderFactories.RegisterFactory("npgsql", NpgsqlFactory.Instance);
        using var source = new NpgsqlConnection(server.ConnectionString);
        source.Open();
        Execute(source, $"CREATE TABLE xk (id bigserial PRIMARY KEY, changed timestamptz, {string.Join(", ", Columns.Select(c => $"\"{c}\" {(c is "许可决定日期" or "有效期自" or "有效期至" or "审查日期" ? "date" : "text")}"))})");
        Insert(source, 1, 40, quoted: true);
        foreach (var watermark in (string[])["changed", "id"])
        {
            using var folder = new TempFolder();
            using var engine = Engine(o => (o.Provider, o.ConnectionString, o.Watermark) = ("npgsql", server.ConnectionString, watermark), folder.Path);
            engine.Pulls.Pull("approvals", "tester").Accepted.ShouldBe(40);
            Insert(source, 100 + watermark.Length, 1, quoted: true);
            engine.Pulls.Pull("approvals", "tester").Accepted.ShouldBe(1, watermark);
            engine.Pulls.Pull("approvals", "tester").Accepted.ShouldBe(0, watermark);
            Execute(source, "DELETE FROM xk WHERE id > 40");
            Execute(source, "SELECT setval('xk_id_seq', 40)");
        }
    }

    private static readonly string[] Columns =
    [
        "行政相对人名称", "行政相对人类别", "行政相对人代码_1(统一社会信用代码)", "法定代表人", "行政许可决定文书名称", "行政许可决定文书号", "许可类别", "许可内容",
        "许可决定日期", "有效期自", "有效期至", "许可机关", "许可机关统一社会信用代码", "当前状态", "数据来源单位", "数据来源单位统一社会信用代码", "审查人", "审查日期",
    ];

    private SqliteConnection Source()
    {
        var connection = new SqliteConnection($"Data Source={SourceFile}");
        connection.Open();
        Execute(connection, $"CREATE TABLE xk (id INTEGER PRIMARY KEY, changed TEXT, {string.Join(", ", Columns.Select(c => $"\"{c}\" TEXT"))})");
        return connection;
    }

    private static void Insert(DbConnection connection, int from, int count, string? time = "", bool quoted = false)
    {
        using var transaction = connection.BeginTransaction();
        for (var n = from; n < from + count; n++)
        {
            var at = time is null ? null : time.Length > 0 ? time : new DateTime(2026, 10, 1, 8, 0, 0).AddSeconds(n).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            string[] cells =
            [
                "某市晨光食品有限公司", "法人及非法人组织", Codes.CreditCode(1), "甲某", "准予许可决定书", $"某市监许〔2026〕{n}号", "普通", "热食类食品制售",
                "2026-05-06", "2026-05-06", "2031-05-05", SampleRecords.Agency.Name, SampleRecords.Agency.CreditCode!, "1", SampleRecords.Agency.Name, SampleRecords.Agency.CreditCode!, "乙某", "2026-05-07",
            ];
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var mark = at is null ? "NULL" : quoted ? $"timestamptz '{at}+08'" : $"'{at}'";
            command.CommandText = $"INSERT INTO xk (changed, {string.Join(", ", Columns.Select(c => $"\"{c}\""))}) VALUES ({mark}, {string.Join(", ", cells.Select(c => $"'{c}'"))})";
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private CreditKitEngine Engine(Action<DatabaseSourceOptions>? set = null, string? folder = null)
    {
        var options = new CreditKitOptions { DataDirectory = folder ?? _folder.File("data") };
        var source = new DatabaseSourceOptions { Provider = "sqlite", ConnectionString = $"Data Source={SourceFile}", Query = "xk", Watermark = "changed" };
        set?.Invoke(source);
        options.Sources["approvals"] = source;
        return CreditKitEngine.Open(options, _clock);
    }

    private sealed class Stop(CancellationTokenSource source, long at) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Rows >= at) source.Cancel();
        }
    }
}
