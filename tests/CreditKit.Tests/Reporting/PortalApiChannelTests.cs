using CreditKit.Ledger;
using CreditKit.Records;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting;

/// <summary>The road to the portal, over real HTTP.</summary>
public class PortalApiChannelTests
{
    [Fact, Trait("Requirement", "000-16")]
    public async Task Report_EndsWithAReceiptPerRow_WhenThePortalTakesThem()
    {
        await using var bench = await ReportingBench.StartAsync();
        var results = bench.Submit(SampleRecords.License(1), SampleRecords.License(2), SampleRecords.Penalty(3), SampleRecords.Penalty(4, severity: Severity.Slight));

        var totals = await bench.Hub().DrainAsync(once: false, default);

        totals.ShouldBe(new(4, 4, 0, 0));
        var received = bench.Received();
        received.Count.ShouldBe(4);
        received[results[3].PublicId].NotPublic.ShouldBeTrue();
        received[results[2].PublicId].NotPublic.ShouldBeFalse();
        received[results[2].PublicId].LastDisclosedDay.ShouldBe(new DateOnly(2027, 4, 7));
        received[results[0].PublicId].LastDisclosedDay.ShouldBeNull();
        var trace = bench.Outbox.Timeline(results[0].RecordId).ShouldHaveSingleItem();
        trace.Entry.State.ShouldBe(OutboxState.Accepted);
        trace.Number.ShouldStartWith(received[results[0].PublicId].NationalId);
        trace.Answer!.ShouldContain("accepted");
    }

    [Fact]
    public async Task Report_CarriesTheNextRevisionAndTheWithdrawal_WhenARecordChanges()
    {
        await using var bench = await ReportingBench.StartAsync();
        var id = bench.Submit(SampleRecords.License(1))[0];
        await bench.Hub().DrainAsync(once: false, default);
        bench.Submit(SampleRecords.License(1, "食品经营、保健食品销售"));
        await bench.Hub().DrainAsync(once: false, default);
        bench.Received()[id.PublicId].Revision.ShouldBe(2);
        bench.Received()[id.PublicId].Revisions.ShouldBe(2);

        bench.Ledger.Withdraw(new Withdrawal(id.RecordId, WithdrawalGround.Revoked, "被依法撤销", "test"));
        await bench.Hub().DrainAsync(once: false, default);

        bench.Received().ShouldBeEmpty();
        bench.Received(withWithdrawn: true)[id.PublicId].State.ShouldBe("已撤下");
    }

    [Fact, Trait("Requirement", "000-15")]
    public async Task Report_KeepsTheProvincesWordsForAPerson_WhenARowIsRefused()
    {
        await using var bench = await ReportingBench.StartAsync();
        var wrong = SampleRecords.License(1) with { Category = "不存在的类别" };
        bench.Submit(SampleRecords.License(2), wrong, SampleRecords.License(3));

        var totals = await bench.Hub().DrainAsync(once: false, default);

        totals.ShouldBe(new(3, 2, 1, 0));
        var waiting = bench.Outbox.Waiting("province", 10).ShouldHaveSingleItem();
        waiting.Answer!.ShouldContain("验证规则代码:2003");
        waiting.Code.ShouldBe("2003");

        // Nothing happens by itself; the mended record goes out as its next revision.
        (await bench.Hub().DrainAsync(once: false, default)).ShouldBe(new(0, 0, 0, 0));
        bench.Submit(SampleRecords.License(1));
        (await bench.Hub().DrainAsync(once: false, default)).ShouldBe(new(1, 1, 0, 0));
        bench.Outbox.Waiting("province", 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_SurvivesHostileText_InEveryField()
    {
        await using var bench = await ReportingBench.StartAsync();
        const string Hostile = "\"'<&>]]>{}\\ \t\u0001\u2028\u2029\u202e\ufeff'; DROP TABLE received;-- 😀 {{x}}";
        var record = SampleRecords.Penalty(1) with { ViolationFacts = Hostile, ViolationType = Hostile, LegalBasis = Hostile, PenaltyContent = Hostile, Remarks = Hostile, SuspendedOrRevokedCertificates = Hostile };
        var id = bench.Submit(record with { Counterpart = record.Counterpart with { Name = Hostile, LegalRepresentative = Hostile[..40] } })[0];

        (await bench.Hub().DrainAsync(once: false, default)).ShouldBe(new(1, 1, 0, 0));

        bench.Received()[id.PublicId].Counterpart.ShouldBe(Hostile);
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.ServerErrorAfterTaking)]
    [InlineData(FaultKind.Unavailable)]
    [InlineData(FaultKind.TooManyRequests)]
    [InlineData(FaultKind.Hang)]
    [InlineData(FaultKind.TimeoutAfterTaking)]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.ResetMidBody)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.WrongContentType)]
    [InlineData(FaultKind.SlowDrip)]
    [InlineData(FaultKind.RedirectLoop)]
    [InlineData(FaultKind.ExpiredToken)]
    [InlineData(FaultKind.ClockSkew)]
    public async Task Report_HasOneEffect_WhenThePortalFails(FaultKind fault)
    {
        await using var bench = await ReportingBench.StartAsync();
        var ids = bench.Submit(SampleRecords.License(1), SampleRecords.Penalty(2));
        bench.Faults.Next(fault, fault);

        var totals = await bench.Hub().DrainAsync(once: false, default);

        totals.Pending.ShouldBe(0);
        totals.Accepted.ShouldBe(2);
        var received = bench.Received();
        received.Count.ShouldBe(2);
        received[ids[0].PublicId].Revisions.ShouldBe(1);
        bench.Faults.Faults.ShouldBeInRange(1, 2);
        bench.Store.Counts().OutOfOrder.ShouldBe(0);
    }

    [Fact]
    public async Task Report_AsksForTheReceipt_WhenADuplicateIsRefused()
    {
        await using var bench = await ReportingBench.StartAsync();
        bench.Submit(SampleRecords.License(1));
        bench.Faults.Next(FaultKind.TimeoutAfterTaking, FaultKind.Hang, FaultKind.DuplicateRefused);

        (await bench.Hub().DrainAsync(once: false, default)).Accepted.ShouldBe(1);

        bench.Received().Count.ShouldBe(1);
    }
}
