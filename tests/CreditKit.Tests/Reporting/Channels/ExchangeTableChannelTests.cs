using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CreditKit.Tests.Reporting.Channels;

/// <summary>Exchange tables, on SQLite and on a real PostgreSQL: what is written, what the province marks, what goes wrong.</summary>
public class ExchangeTableChannelTests
{
    [Fact, Trait("Requirement", "004-12")]
    public async Task Rows_LiveAsTheRecordsDo_OnSqlite()
    {
        using var folder = new TempFolder();
        await LifeAsync(new ExchangeTables("sqlite", $"Data Source={folder.File("exchange.db")};Pooling=False", SqliteFactory.Instance));
    }

    [PostgresFact, Trait("Requirement", "004-12")]
    public async Task Rows_LiveAsTheRecordsDo_OnPostgreSql()
    {
        using var server = PostgresServer.Start();
        await LifeAsync(new ExchangeTables("npgsql", server.ConnectionString, NpgsqlFactory.Instance));
    }

    [Fact]
    public async Task Row_IsFoundByDocumentAndName_AndMoreThanOneIsForAPerson()
    {
        using var folder = new TempFolder();
        var tables = new ExchangeTables("sqlite", $"Data Source={folder.File("exchange.db")};Pooling=False", SqliteFactory.Instance);
        tables.Create();
        var options = tables.Options();
        (options.Settings["Match"], options.Settings["IdColumn"]) = ("document", "RECID");
        var channel = new ExchangeTableChannel(options, TimeProvider.System);
        var record = SampleRecords.License(1);
        (await channel.SendAsync([Envelopes.Of(record, options)], default))[0].ToString().ShouldBe("Accepted handed-over");

        // The same decision under another id is the same row; a twin that somebody else put in makes it unclear.
        (await channel.SendAsync([Envelopes.Of(record, options, revision: 2, id: "other")], default))[0].Class.ShouldBe(AnswerClass.Accepted);
        tables.Rows("L_YZ_XZXK").ShouldHaveSingleItem()["RECID"].ShouldBe("AbCdEf0123456789-_xyzQ");
        tables.Run("INSERT INTO \"L_YZ_XZXK\" (\"RECID\", \"XK_WSH\", \"XK_XDR_MC\") SELECT 'twin', \"XK_WSH\", \"XK_XDR_MC\" FROM \"L_YZ_XZXK\"");
        var answer = (await channel.SendAsync([Envelopes.Of(record, options, operation: ReportOperation.Withdraw)], default))[0];
        (answer.Class, answer.Code).ShouldBe((AnswerClass.Rejected, "rows"));
        answer.Message.ShouldContain("2 行");
        tables.Rows("L_YZ_XZXK").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Withdrawal_OfNoRowIsForAPerson_AndMarksWhereTheProvinceWantsMarks()
    {
        using var folder = new TempFolder();
        var tables = new ExchangeTables("sqlite", $"Data Source={folder.File("exchange.db")};Pooling=False", SqliteFactory.Instance);
        tables.Create();
        tables.Run("ALTER TABLE \"L_YZ_XZXK\" ADD COLUMN \"BGZT\" TEXT");
        var options = tables.Options();
        (options.Settings["Withdraw"], options.Settings["WithdrawColumn"]) = ("flag", "BGZT");
        options.Kinds.Add("license");
        var channel = new ExchangeTableChannel(options, TimeProvider.System);

        (await channel.SendAsync([Envelopes.Of(SampleRecords.License(1), options, operation: ReportOperation.Withdraw)], default))[0].Message.ShouldContain("没有这一行");
        await channel.SendAsync([Envelopes.Of(SampleRecords.License(1), options)], default);
        (await channel.SendAsync([Envelopes.Of(SampleRecords.License(1), options, operation: ReportOperation.Withdraw)], default))[0].ToString().ShouldBe("Accepted ");

        tables.Rows("L_YZ_XZXK").ShouldHaveSingleItem()["BGZT"].ShouldBe("2");
        (await channel.LookUpAsync([Envelopes.Of(SampleRecords.License(1), options, operation: ReportOperation.Withdraw)], default))[0]!.Class.ShouldBe(AnswerClass.Accepted);
    }

    [Fact]
    public async Task Database_ThatIsAway_IsTriedAgain()
    {
        var options = new ExchangeTables("npgsql", "Host=127.0.0.1;Port=1;Username=x;Database=y;Pooling=false;Timeout=2", NpgsqlFactory.Instance).Options();

        var answer = (await new ExchangeTableChannel(options, TimeProvider.System).SendAsync([Envelopes.Of(SampleRecords.License(1), options)], default))[0];

        (answer.Class, answer.Scope, answer.NeverSent).ShouldBe((AnswerClass.Retry, AnswerScope.Channel, true));
    }

    private static async Task LifeAsync(ExchangeTables tables)
    {
        tables.Create();
        await using var bench = await ReportingBench.StartAsync();
        var options = tables.Options();
        var channel = new ExchangeTableChannel(options, TimeProvider.System);
        var hub = bench.Hub(channel, settings: options);
        var ids = bench.Submit(SampleRecords.License(1), Envelopes.HostilePenalty(2), SampleRecords.License(3, "退回我"), SampleRecords.License(4) with { Remarks = new string('长', 1001) }, SampleRecords.License(5));

        // One value is longer than its column: that row waits for a person, the others are in.
        (await hub.DrainAsync(once: false, default)).ShouldBe(new(5, 4, 1, 0));
        bench.Outbox.Waiting("province", 10).ShouldHaveSingleItem().Entry.PublicId.ShouldBe(ids[3].PublicId);
        var penalty = tables.Rows("L_YZ_XZCF").ShouldHaveSingleItem();
        foreach (var column in new[] { "CF_XDR_MC", "CF_WSH", "CF_SY", "CF_YJ", "CF_NR", "BZ", "CF_CFJG" }) penalty[column].ShouldBe(Envelopes.Hostile.Replace('\u0000', '\ufffd'), column);
        (penalty["RECID"], penalty["SHENG_ZT"], penalty["CF_JDRQ"], penalty["CF_NR_FK"], penalty["SYNC"]).ShouldBe((ids[1].PublicId, "0", "2026/04/07", "0.20005", "N"));
        penalty["CF_NR_WFFF"].ShouldBeNull();
        penalty["HASH"]!.Length.ShouldBe(64);
        tables.Rows("L_YZ_XZXK").Count.ShouldBe(3);

        // The province fetches, takes some and refuses one; the next poll knows.
        (await channel.VerdictsAsync(DateTimeOffset.MinValue, default))!.ShouldBeEmpty();
        tables.Fetch("退回我");
        var verdicts = (await channel.VerdictsAsync(DateTimeOffset.MinValue, default))!;
        verdicts.Count.ShouldBe(4);
        verdicts.Single(v => v.Answer.Class == AnswerClass.Rejected).RecordId.ShouldBe(ids[2].PublicId);
        verdicts.Single(v => v.Answer.Class == AnswerClass.Rejected).Answer.Message.ShouldContain("1001");
        verdicts.Single(v => v.RecordId == ids[0].PublicId).Answer.Number.ShouldBe("S" + ids[0].PublicId);

        // A correction is the same row again, waiting again; a withdrawal deletes exactly its own.
        bench.Submit(SampleRecords.License(1, "食品经营、保健食品销售"));
        bench.Ledger.Withdraw(new Withdrawal(ids[4].RecordId, WithdrawalGround.Revoked, "被依法撤销", "test"));
        (await hub.DrainAsync(once: false, default)).Accepted.ShouldBe(2);
        var rows = tables.Rows("L_YZ_XZXK");
        rows.Count.ShouldBe(2);
        var corrected = rows.Single(r => r["RECID"] == ids[0].PublicId);
        (corrected["XK_NR"], corrected["SHENG_ZT"], corrected["SHENG_CW"]).ShouldBe(("食品经营、保健食品销售", "0", null));
    }
}
