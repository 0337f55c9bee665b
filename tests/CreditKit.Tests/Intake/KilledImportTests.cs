using System.Diagnostics;
using System.Globalization;
using CreditKit.Benchmarks.Intake;
using CreditKit.Ledger;
using CreditKit.Publication;
using CreditKit.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace CreditKit.Tests.Intake;

/// <summary>The command line is killed (SIGKILL) in the middle of an import: what it committed is whole, and running it again completes it.</summary>
public sealed class KilledImportTests(ITestOutputHelper output)
{
    private const int Rows = 4_000, Batch = 1_000, Kills = 10;

    // Where the tool itself is built: beside the tests it would lack what their framework brings.
    private static readonly string s_tool = Repository.PathOf("src", "Tool", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "CreditKit.Tool.dll");

    [Fact]
    [Trait("Requirement", "002-22")]
    public void KilledImport_LeavesWholeBatches_AndIsCompletedByRunningItAgain()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var folder = new TempFolder();
        var file = folder.File("rows.csv");
        SampleFile.Csv(file, Rows);
        var data = Fresh(folder, 0);
        var fresh = 1;
        var committed = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            if (committed == Rows)
            {
                Complete(file, data);
                data = Fresh(folder, fresh++);
                committed = 0;
            }

            Kill(file, data, committed, random);
            committed = Whole(data, rebuild: kill % 5 == 4);
            output.WriteLine($"kill {kill}: {committed} rows committed");
        }

        Complete(file, data);
        Whole(data, rebuild: true).ShouldBe(Rows);
    }

    private static string Fresh(TempFolder folder, int number)
    {
        var data = folder.File(number.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(data);
        File.WriteAllText(Path.Combine(data, "shuanggongshi.json"), """{ "ShuangGongShi": { "Channels": { "province": { "BaseAddress": "http://127.0.0.1:9/" } } } }""");
        return data;
    }

    private static Process Start(string file, string data) =>
        Process.Start(new ProcessStartInfo("dotnet", [s_tool, "import", file, "--data", data]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    // At once, while the first batch is written, between two batches, or while public.db is behind: as chance has it.
    private static void Kill(string file, string data, int committed, Random random)
    {
        using var process = Start(file, data);
        var watch = Stopwatch.StartNew();
        var early = random.Next(5) == 0;
        while (!process.HasExited && watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (early ? watch.ElapsedMilliseconds > 1_000 : Committed(data) > committed) break;
            Thread.Sleep(5);
        }

        Thread.Sleep(random.Next(0, 250));
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
    }

    private static long Committed(string data)
    {
        var ledger = Path.Combine(data, "ledger.db");
        if (!File.Exists(ledger)) return -1;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = ledger, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
            connection.Open();
            return Number(connection, "SELECT COUNT(*) FROM record");
        }
        catch (SqliteException)
        {
            return -1; // being made at this moment
        }
    }

    // What the next start of a site finds: ledger, audit chain, outbox and column, each whole and of one mind.
    private static int Whole(string data, bool rebuild)
    {
        using var engine = CreditKitEngine.Open(SettingsFile.Load(data, _ => { }), TimeProvider.System);
        engine.Projector.CatchUp();
        engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
        var records = engine.Ledger.All().ToList();
        if (records.Count < Rows) (records.Count % Batch).ShouldBe(0, "a batch is committed whole or not at all");
        records.Select(r => r.Source.Row!.Value).Order().ShouldBe(Enumerable.Range(2, records.Count));
        records.ShouldAllBe(r => r.Revision == 1 && r.Standing.Released);
        engine.Ledger.Database.Read(connection =>
        {
            Number(connection, "SELECT COUNT(*) FROM revision").ShouldBe(records.Count);
            Number(connection, "SELECT COUNT(*) FROM change").ShouldBe(records.Count);
            Number(connection, "SELECT COUNT(DISTINCT record_id) FROM outbox WHERE state = 0").ShouldBe(records.Count);
            Number(connection, "SELECT COUNT(*) FROM outbox").ShouldBe(records.Count);
            Number(connection, "SELECT COUNT(DISTINCT record_id) FROM audit WHERE act = 'submit'").ShouldBe(records.Count);
            return 0;
        });

        var shown = Shown(engine);
        shown.Keys.Order(StringComparer.Ordinal).ShouldBe(records.Select(r => r.PublicId).Order(StringComparer.Ordinal));
        if (!rebuild || records.Count == 0) return records.Count;
        engine.Projector.Rebuild();
        var anew = Shown(engine);
        anew.Count.ShouldBe(shown.Count);
        foreach (var (id, text) in shown) anew[id].ShouldBe(text);
        return records.Count;
    }

    private static Dictionary<string, string> Shown(CreditKitEngine engine) =>
        engine.Query.Stream(new PublicFilter()).ToDictionary(r => r.Id, r => $"{r} {string.Join('|', r.Fields)}", StringComparer.Ordinal);

    private static void Complete(string file, string data)
    {
        Run(file, data).ShouldContain("未接受 0");
        Run(file, data).ShouldContain($"新增 0，未变 {Rows:N0}");
    }

    private static string Run(string file, string data)
    {
        using var process = Start(file, data);
        var errors = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, answer + errors.GetAwaiter().GetResult());
        return answer;
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
