using CreditKit.Ledger.Sqlite;
using CreditKit.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CreditKit.Tests.Ledger;

/// <summary>Writers that wait together share a commit and nothing else.</summary>
public class GroupCommitTests
{
    [Fact]
    public async Task Write_TakesNoOtherWithIt_WhenItFails()
    {
        using var folder = new TempFolder();
        using var database = new LedgerDatabase(folder.File("ledger.db"), folder.File("key"), new TestClock());
        database.Write((c, t) => Sql.Run(c, t, "CREATE TABLE trial (n INTEGER PRIMARY KEY)"));

        // The first holds the gate until the others stand in line, so that they are written by one commit.
        using var open = new ManualResetEventSlim();
        var first = Task.Run(() => database.Write((c, t) =>
        {
            open.Wait(TimeSpan.FromSeconds(10));
            return Sql.Run(c, t, "INSERT INTO trial VALUES (1000)");
        }));
        var others = Enumerable.Range(0, 40).Select(n => Task.Run(() => database.Write((c, t) =>
        {
            Sql.Run(c, t, "INSERT INTO trial VALUES (@n)", ("@n", n));
            return n % 4 == 0 ? throw new InvalidOperationException($"{n}") : n % 4 == 1 ? Sql.Run(c, t, "INSERT INTO trial VALUES (@n)", ("@n", n)) : n;
        }))).ToList();
        open.Set();
        await first;

        for (var n = 0; n < 40; n++)
            if (n % 4 == 0) (await Should.ThrowAsync<InvalidOperationException>(others[n])).Message.ShouldBe($"{n}");
            else if (n % 4 == 1) await Should.ThrowAsync<SqliteException>(others[n]);
            else (await others[n]).ShouldBe(n);
        var kept = database.Read(c => Sql.List(c, r => r.GetInt64(0), "SELECT n FROM trial ORDER BY n"));
        kept.ShouldBe([.. Enumerable.Range(0, 40).Where(n => n % 4 > 1).Select(n => (long)n), 1000L]);
    }
}
