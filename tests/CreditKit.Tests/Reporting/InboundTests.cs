using CreditKit.Benchmarks.Storm;
using CreditKit.Cases;
using CreditKit.Reporting;
using ProvincialPortal.Exchange;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting;

/// <summary>What comes from the platform takes effect here, once, and is answered.</summary>
public class InboundTests
{
    [Fact, Trait("Requirement", "000-32"), Trait("Requirement", "002-25")]
    public async Task Repair_DecidedThere_TakesTheRecordDownHereAndIsAnswered()
    {
        await using var rig = await ReportRig.StartAsync(null, new { BatchSize = 100 });
        var record = rig.Record(1);
        var id = rig.Engine.Ledger.Submit([rig.Submission(record)])[0];
        rig.Engine.Projector.CatchUp();
        var hub = rig.Engine.OpenReporting();
        await hub.DrainAsync(once: false, default);
        rig.Engine.Query.Find(id.PublicId).Record.ShouldNotBeNull();
        rig.Inbox.Add(new InboxItem("XF-1", "decision", record.DocumentNumber!, record.Counterpart.UnifiedSocialCreditCode, "信用修复", Granted: true, Ground: "信用修复"));

        (await Line(hub).Inbound.RunAsync(default)).ShouldBe(new InboundResult(1, 0, 1));

        rig.Engine.Query.Find(id.PublicId).Record.ShouldBeNull();
        rig.Inbox.Answers["XF-1"].Outcome.ShouldBe("Repaired");
        rig.Engine.Ledger.Find(id.RecordId)!.Standing.WithdrawnAt.ShouldNotBeNull();

        // Nothing is taken in or answered twice, and the withdrawal goes up like any other.
        (await Line(hub).Inbound.RunAsync(default)).ShouldBe(new InboundResult(0, 0, 0));
        await hub.DrainAsync(once: false, default);
        rig.Store.Rows(withWithdrawn: false).ShouldBeEmpty();
    }

    [Fact, Trait("Requirement", "002-25")]
    public async Task Objection_ForwardedFromThere_IsACaseWithAClockAndItsOutcomeGoesBack()
    {
        await using var rig = await ReportRig.StartAsync(null, new { BatchSize = 100 });
        var record = rig.Record(1);
        rig.Engine.Ledger.Submit([rig.Submission(record)]);
        rig.Inbox.Add(new InboxItem("YY-1", "objection", record.DocumentNumber!, null, "罚款金额有误", ApplicantName: "某公司"));
        var inbound = Line(rig.Engine.OpenReporting()).Inbound;
        (await inbound.RunAsync(default)).ShouldBe(new InboundResult(1, 0, 0));
        var file = rig.Engine.Cases.Desk.Worklist().ShouldHaveSingleItem().File;
        file.Row.DueOn.ShouldNotBeNull();

        rig.Engine.Cases.Desk.Admit(file.Number, new Ruling("甲某", "受理"));
        rig.Engine.Cases.Desk.Verify(file.Number, new Ruling("甲某", "与决定书核对一致"));
        rig.Engine.Cases.Desk.Maintain(file.Number, new Ruling("甲某", "决定书金额无误"));
        (await inbound.RunAsync(default)).Answered.ShouldBe(1);

        rig.Inbox.Answers["YY-1"].Outcome.ShouldBe("Maintained");
    }

    [Fact]
    public async Task Answer_IsGivenAgain_WhenThePortalFailedToTakeIt()
    {
        await using var rig = await ReportRig.StartAsync(null, new { Timeout = "00:00:10" });
        var record = rig.Record(1);
        rig.Engine.Ledger.Submit([rig.Submission(record)]);
        var inbound = Line(rig.Engine.OpenReporting()).Inbound;
        rig.Inbox.Add(new InboxItem("CX-1", "decision", record.DocumentNumber!, null, "复议撤销", Granted: true, Ground: "被依法撤销"));
        rig.Faults.Next(FaultKind.None, FaultKind.None, FaultKind.ServerErrorAfterTaking);
        (await inbound.RunAsync(default)).ShouldBe(new InboundResult(1, 0, 0));

        (await inbound.RunAsync(default)).ShouldBe(new InboundResult(0, 0, 1));
    }

    private static ReportLine Line(ReportHub hub) => hub.Lines.ShouldHaveSingleItem();
}
