using CreditKit.Records;
using CreditKit.Tests.Intake;
using CreditKit.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CreditKit.Tests.Publication;

public sealed class RebuildTests
{
    [Fact]
    [Trait("Requirement", "000-40")]
    public async Task PublicDatabase_DeletedAndRebuilt_IsTheSame_RowForRow_InEveryTable()
    {
        using var road = new Road();
        road.Engine.Projector.CatchUp();
        var source = new SourceReference("test", null, "tester");
        var ids = new List<string>();
        for (var n = 1; n <= 120; n++)
        {
            CreditRecord record = (n % 3) switch { 0 => SampleRecords.License(n), 1 => SampleRecords.Penalty(n), _ => SampleRecords.PersonPenalty(n) };
            if ((await road.Engine.Intake.SubmitAsync(record, source)).Id is { } id) ids.Add(id);
        }

        for (var n = 0; n < ids.Count; n += 10) await road.Engine.Intake.WithdrawAsync(ids[n], WithdrawalGround.FoundUnlawful, "经复议确认违法", "tester");
        await road.Engine.Intake.CorrectAsync(ids[1], SampleRecords.PersonPenalty(2) with { Remarks = "补正" }, "更正", source);
        foreach (var (id, kilobytes) in new[] { (ids[3], 700), (ids[5], 1), (ids[12], 90), (ids[33], 20) })
        {
            var attachment = (await road.Engine.Attachments.AddAsync(id, new MemoryStream(Papers.Png("13905981234", kilobytes << 10)), new("录入员"))).Id;
            road.Engine.Attachments.Open(attachment, new("审查员", "公开前审查"));
            road.Engine.Attachments.Release(attachment, "审查员");
        }

        road.Engine.Projector.CatchUp();

        var followed = Facts(Path.Combine(road.Folder, "public.db"));
        road.Engine.Projector.Rebuild();
        road.Engine.Projector.CatchUp();
        foreach (var (question, rows) in Facts(Path.Combine(road.Folder, "public.db"))) rows.ShouldBe(followed[question], question);
        var before = Dump(Path.Combine(road.Folder, "public.db"));
        road.Reopen(() =>
        {
            foreach (var end in new[] { "", "-wal", "-shm", "-signal" }) File.Delete(Path.Combine(road.Folder, "public.db" + end));
        });
        road.Engine.Projector.Rebuild();
        road.Engine.Projector.CatchUp();
        var after = Dump(Path.Combine(road.Folder, "public.db"));

        before.Count.ShouldBeGreaterThan(12);
        before["document"].Count.ShouldBeGreaterThan(60);
        before["piece"].Count.ShouldBeGreaterThan(4);
        after.Keys.ShouldBe(before.Keys);
        foreach (var (table, rows) in before) after[table].ShouldBe(rows, table);
    }

    // What followed the ledger change by change has numbered its filter values in another order, and knows at which change each row came.
    private static Dictionary<string, List<string>> Facts(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        connection.Open();
        string[] questions =
        [
            "SELECT key, appears, ends, published FROM item", "SELECT id, key, revision, subject FROM address", "SELECT * FROM subject", "SELECT * FROM notice", "SELECT * FROM added WHERE n <> 0", "SELECT arrival, row FROM line", "SELECT * FROM piece",
            "SELECT c.kind, c.authority, c.category, c.severity, c.subject, c.status, c.timing, t.ends, t.n FROM tally t JOIN combo c ON c.id = t.combo WHERE t.n <> 0",
        ];
        return questions.ToDictionary(q => q, q => Query(connection, q).Order(StringComparer.Ordinal).ToList());
    }

    private static SortedDictionary<string, List<string>> Dump(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        connection.Open();
        var tables = Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'words' ORDER BY name");
        var dump = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        // The identity is drawn anew with every file, so that downloads notice that another stands in its place.
        foreach (var table in tables) dump[table] = [.. Query(connection, table == "meta" ? "SELECT * FROM meta WHERE name <> 'identity'" : $"SELECT * FROM {table}").Order(StringComparer.Ordinal)];
        return dump;
    }

    private static List<string> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetValue(i) is byte[] blob ? Convert.ToHexString(blob) : reader.GetValue(i).ToString())));
        return rows;
    }
}
