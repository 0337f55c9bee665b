using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tests.Reporting.Channels;
using CreditKit.Tests.Support;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting;

/// <summary>A document number or a name is corrected at receivers that know a row by just these.</summary>
public class CorrectionTests
{
    [Theory, Trait("Requirement", "004-11")]
    [InlineData("soap-xml", FaultKind.None)]
    [InlineData("soap-xml", FaultKind.ServerErrorAfterTaking)]
    [InlineData("city-service", FaultKind.None)]
    [InlineData("city-service", FaultKind.ResetMidBody)]
    public async Task Receiver_LosesTheFormerRow_WhenItsNumberIsCorrected(string type, FaultKind fault)
    {
        await using var bench = await ReportingBench.StartAsync();
        var options = Options(type, bench.Address);
        using var owned = ChannelTypes.Make(options, TimeProvider.System) as IDisposable;
        var channel = (IReportChannel)owned!;
        var record = SampleRecords.License(1);
        var id = bench.Submit(record, SampleRecords.License(2))[0];
        await bench.Hub(channel, settings: options).DrainAsync(once: false, default);
        bench.Received().Count.ShouldBe(2);

        Correct(bench, id, record with { DocumentNumber = "云市监许〔2026〕901号" });
        bench.Faults.Next(fault);
        (await bench.Hub(channel, settings: options).DrainAsync(once: false, default)).Pending.ShouldBe(0);

        bench.Received().Values.Select(r => r.DocumentNumber).Order(StringComparer.Ordinal).ShouldBe(["云市监许〔2026〕2号", "云市监许〔2026〕901号"]);

        // A second correction that never reached the receiver, and then the withdrawal: taken down is what it has.
        Correct(bench, id, record with { DocumentNumber = "云市监许〔2026〕902号" });
        bench.Ledger.Withdraw(new Withdrawal(id.RecordId, WithdrawalGround.Revoked, "被依法撤销", "test"));
        (await bench.Hub(channel, settings: options).DrainAsync(once: false, default)).Pending.ShouldBe(0);
        bench.Received().Values.ShouldHaveSingleItem().DocumentNumber.ShouldBe("云市监许〔2026〕2号");
    }

    [Fact]
    public async Task Row_InATableWithoutIds_IsPutInThePlaceOfTheFormerOne()
    {
        using var folder = new TempFolder();
        var tables = new ExchangeTables("sqlite", $"Data Source={folder.File("exchange.db")};Pooling=False", Microsoft.Data.Sqlite.SqliteFactory.Instance);
        tables.Create();
        var options = tables.Options();
        (options.Settings["Match"], options.Settings["IdColumn"]) = ("document", "RECID");
        var channel = new ExchangeTableChannel(options, TimeProvider.System);
        await using var bench = await ReportingBench.StartAsync();
        var record = SampleRecords.License(1);
        var id = bench.Submit(record)[0];
        await bench.Hub(channel, settings: options).DrainAsync(once: false, default);

        Correct(bench, id, record with { Counterpart = record.Counterpart with { Name = "云泽市更名食品有限公司" } });
        (await bench.Hub(channel, settings: options).DrainAsync(once: false, default)).Accepted.ShouldBe(1);

        tables.Rows("L_YZ_XZXK").ShouldHaveSingleItem()["XK_XDR_MC"].ShouldBe("云泽市更名食品有限公司");
    }

    [Fact]
    public async Task MissingTable_IsNoRowsFault()
    {
        using var folder = new TempFolder();
        var tables = new ExchangeTables("sqlite", $"Data Source={folder.File("exchange.db")};Pooling=False", Microsoft.Data.Sqlite.SqliteFactory.Instance);
        tables.Create();
        var options = tables.Options();
        options.Settings["LicenseTable"] = "L_NOT_THERE";

        var answers = await new ExchangeTableChannel(options, TimeProvider.System).SendAsync([Envelopes.Of(SampleRecords.License(1), options)], default);

        answers.ShouldHaveSingleItem().Class.ShouldBe(AnswerClass.Unknown);
    }

    private static void Correct(ReportingBench bench, SubmissionResult id, CreditRecord record) => bench.Ledger.Submit([new Submission
    {
        Record = new(record),
        Source = new SourceReference("test", null, "test"),
        Target = id.RecordId,
        Released = true,
        ReleasedForSharing = true,
        Channels = ["province"],
        Reason = "更正",
    }]);

    private static ChannelOptions Options(string type, Uri address) => type == "soap-xml"
        ? SoapXmlChannelTests.Options(new Uri(address, "services/"))
        : CityServiceChannelTests.Options(new Uri(address, "city/"), finds: true);
}
