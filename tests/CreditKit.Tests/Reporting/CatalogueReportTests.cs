using CreditKit.Benchmarks.Storm;
using CreditKit.Catalog;
using CreditKit.Records;
using CreditKit.Reporting;
using Microsoft.Extensions.DependencyInjection;
using ProvincialPortal.Exchange;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting;

/// <summary>The item catalogue goes up with its data items, and its receipt comes back.</summary>
public class CatalogueReportTests
{
    [Fact, Trait("Requirement", "004-19"), Trait("Requirement", "002-6")]
    public async Task Catalogue_TravelsOnce_WithItsDataItems_AndLeavesAReceipt()
    {
        await using var rig = await ReportRig.StartAsync(null, new { Timeout = "00:00:20" });
        var edition = new CatalogEdition
        {
            Id = "yunze",
            Title = "云泽市公共信用信息目录",
            Layer = CatalogLayer.Supplement,
            From = new DateOnly(2020, 1, 1),
            Items = [Item("A-1") with { Review = new ItemReview("赵审查", new DateOnly(2026, 1, 5), Note: "可以") , ResponsiblePerson = "钱负责" }, Item("A-2"), Item("A-3") with { Review = new ItemReview("赵审查", new DateOnly(2026, 1, 5)), Sharing = Sharing.None }],
        };
        rig.Engine.SaveCatalogue(edition, "test");
        var desk = rig.Engine.OpenReporting().Lines.ShouldHaveSingleItem().Catalogue;
        rig.Faults.Next(FaultKind.ServerErrorAfterTaking);

        (await desk.RunAsync(again: false, default)).ShouldBeNull();
        var receipt = (await desk.RunAsync(again: false, default)).ShouldNotBeNull();

        // Taken although its answer was lost: the same key has the same receipt.
        (receipt.Accepted, receipt.Number, receipt.Items, receipt.HeldBack).ShouldBe((true, "ML000001", 1, 2));
        var taken = rig.Portal.Services.GetRequiredService<CatalogueBook>().All.ShouldHaveSingleItem();
        taken.GetProperty("items")[0].GetProperty("事项编码").GetString().ShouldBe("A-1");
        taken.GetProperty("dataItems").EnumerateArray().ShouldContain(d => d.GetProperty("code").GetString() == "XK_XDR_MC" && d.GetProperty("mandatory").GetBoolean());
        taken.GetRawText().ShouldNotContain("钱负责");
        taken.GetRawText().ShouldNotContain("赵审查");

        // Nothing changed, nothing is sent; a changed one is.
        var calls = rig.Faults.Calls;
        (await desk.RunAsync(again: false, default)).ShouldBe(receipt);
        rig.Faults.Calls.ShouldBe(calls);
        rig.Engine.SaveCatalogue(edition.Reviewed("A-2", new ItemReview("赵审查", new DateOnly(2026, 2, 5))), "test");
        (await desk.RunAsync(again: false, default))!.Number.ShouldBe("ML000002");
        desk.Last!.Items.ShouldBe(2);
        rig.Engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    public async Task Receipt_IsTypedIn_WhereTheRoadCannotCarryIt()
    {
        await using var rig = await ReportRig.StartAsync(null, _ => new { Type = "drop-folder", Settings = new { Folder = Directory.CreateTempSubdirectory("creditkit-drop-").FullName } });
        rig.Engine.SaveCatalogue(new CatalogEdition { Id = "y", Title = "目录", Layer = CatalogLayer.Supplement, From = new DateOnly(2020, 1, 1), Items = [Item("A-1") with { Review = new ItemReview("赵审查", new DateOnly(2026, 1, 5)) }] }, "test");
        var desk = rig.Engine.OpenReporting().Lines[0].Catalogue;

        (desk.CanSend, await desk.RunAsync(again: true, default)).ShouldBe((false, null));
        desk.Settle("纸质回执 12 号", "clerk");

        desk.Last!.Number.ShouldBe("纸质回执 12 号");
    }

    private static CatalogItem Item(string code) => new() { Code = code, Name = $"事项 {code}", Kind = RecordKind.License, Provider = SampleRecords.License(1).DecidingAuthority };
}
