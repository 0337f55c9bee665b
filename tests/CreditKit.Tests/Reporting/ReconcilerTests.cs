using CreditKit.Benchmarks.Storm;
using CreditKit.Records;
using CreditKit.Reporting;
using Microsoft.Data.Sqlite;

namespace CreditKit.Tests.Reporting;

/// <summary>Ledger and portal compared, both ways.</summary>
public class ReconcilerTests
{
    [Fact, Trait("Requirement", "001-14"), Trait("Requirement", "004-11")]
    public async Task Drift_IsFoundBothWaysAndMended_WhenThePortalLostOrKeptSomething()
    {
        await using var rig = await ReportRig.StartAsync(null, new { BatchSize = 100 });
        var ids = rig.Engine.Ledger.Submit([.. Enumerable.Range(0, 12).Select(i => rig.Submission(rig.Record(i)))]);
        var hub = rig.Engine.OpenReporting();
        await hub.DrainAsync(once: false, default);
        (await Line(hub).Reconciler.RunAsync(repair: false, default)).Drifts.ShouldBeEmpty();

        // Somebody at the portal lost one record, changed one, and kept one that was withdrawn.
        rig.Engine.Ledger.Withdraw(new(ids[3].RecordId, WithdrawalGround.Revoked, "被依法撤销", "test"));
        await hub.DrainAsync(once: false, default);
        Tamper(rig, $"DELETE FROM received WHERE record_id = '{ids[1].PublicId}'");
        Tamper(rig, $"UPDATE received SET content_hash = 'other' WHERE record_id = '{ids[2].PublicId}'");
        Tamper(rig, $"UPDATE received SET live = 1 WHERE record_id = '{ids[3].PublicId}'");
        Tamper(rig, "INSERT INTO received (record_id, national_id, kind, live, not_public, document_number, counterpart, revision, revisions, row, first_at, last_at) SELECT 'stranger', 'N1', kind, 1, 0, '别处〔2026〕1号', '别处公司', 1, 1, row, first_at, last_at FROM received LIMIT 1");

        var found = await Line(hub).Reconciler.RunAsync(repair: true, default);

        found.Drifts.Select(d => (d.Kind, d.Id)).ShouldBe([
            (DriftKind.Missing, ids[1].PublicId), (DriftKind.Different, ids[2].PublicId), (DriftKind.Surplus, ids[3].PublicId), (DriftKind.Stranger, null)], ignoreOrder: true);
        found.Drifts.Count(d => d.Repaired).ShouldBe(3);
        await hub.DrainAsync(once: false, default);
        (await Line(hub).Reconciler.RunAsync(repair: false, default)).Drifts.Select(d => d.Kind).ShouldBe([DriftKind.Stranger]);
        rig.Store.Rows(withWithdrawn: false).Count.ShouldBe(12);
    }

    [Fact, Trait("Requirement", "000-14")]
    public async Task Backlog_TellsAChannelOnCommand_WhatItWasNeverTold()
    {
        await using var rig = await ReportRig.StartAsync(null, new { BatchSize = 100 });
        rig.Engine.Ledger.Submit([.. Enumerable.Range(0, 5).Select(i => rig.Submission(rig.Record(i)) with { Channels = [] })]);
        rig.Engine.Ledger.Submit([.. Enumerable.Range(5, 5).Select(i => rig.Submission(rig.Record(i)))]);
        var hub = rig.Engine.OpenReporting();
        await hub.DrainAsync(once: false, default);
        rig.Store.Rows(withWithdrawn: false).Count.ShouldBe(5);

        Line(hub).Backlog.Queue(everything: false, default).ShouldBe(5);
        await hub.DrainAsync(once: false, default);
        rig.Store.Rows(withWithdrawn: false).Count.ShouldBe(10);

        Line(hub).Backlog.Queue(everything: true, default).ShouldBe(10);
        (await hub.DrainAsync(once: false, default)).Accepted.ShouldBe(10);
        rig.Store.Counts().Repeats.ShouldBe(0);
    }

    [Fact]
    public async Task Reconciler_ChangesNothing_WhenThePortalDoesNotAnswer()
    {
        await using var rig = await ReportRig.StartAsync(null, new { Timeout = "00:00:10" });
        rig.Engine.Ledger.Submit([rig.Submission(rig.Record(1))]);
        var hub = rig.Engine.OpenReporting();
        await hub.DrainAsync(once: false, default);
        rig.Faults.Next(ProvincialPortal.Faults.FaultKind.Malformed);

        var fault = await Should.ThrowAsync<CreditKitException>(() => Line(hub).Reconciler.RunAsync(repair: true, default));

        fault.Code.ShouldBe("CK1522");
        rig.Outbox.Counts("province").Open.ShouldBe(0);
    }

    private static ReportLine Line(ReportHub hub) => hub.Lines.ShouldHaveSingleItem();

    private static void Tamper(ReportRig rig, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={rig.PortalDatabase};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().ShouldBe(1);
    }
}
