using System.Xml.Linq;
using CreditKit.Benchmarks.Storm;
using CreditKit.Catalog;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ProvincialPortal.Exchange;
using ProvincialPortal.Faults;
using ProvincialPortal.Roads;

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

    [Fact, Trait("Requirement", "004-19"), Trait("Requirement", "002-6")]
    public async Task Catalogue_GoesIntoOneXmlFile_AndItsReceiptComesBack()
    {
        using var drop = new TempFolder();
        await using var rig = await ReportRig.StartAsync(null, _ => new { Type = "drop-folder", Settings = new { Folder = drop.File("drop"), CatalogueCode = "SXML" } });
        Save(rig);
        var desk = rig.Engine.OpenReporting().Lines[0].Catalogue;

        (await desk.RunAsync(again: false, default)).ShouldNotBeNull().HandedOver.ShouldBeTrue();
        (await desk.RunAsync(again: true, default)).ShouldNotBeNull().HandedOver.ShouldBeTrue();

        var file = Directory.GetFiles(drop.File("drop"), "SXML_*.xml").ShouldHaveSingleItem();
        var sheets = XDocument.Load(file).Root!.Elements("ROWDATA").ToDictionary(e => e.Attribute("name")!.Value);
        sheets["事项目录"].Elements("ROW").ShouldHaveSingleItem().Element("事项编码")!.Value.ShouldBe("A-1");
        sheets["数据项"].Elements("ROW").ShouldContain(r => r.Element("数据项代码")!.Value == "XK_XDR_MC");
        new FileReceipt(Path.GetFileName(file), "HZ-1", []).Write(Path.Combine(drop.File("drop"), "receipts"));
        (await desk.RunAsync(again: false, default))!.ShouldSatisfyAllConditions(r => r.HandedOver.ShouldBeFalse(), r => r.Accepted.ShouldBeTrue(), r => r.Number.ShouldBe("HZ-1"));
    }

    [Theory, Trait("Requirement", "004-19"), Trait("Requirement", "004-14")]
    [InlineData("xlsx")]
    [InlineData("xml")]
    public async Task Catalogue_GoesIntoAPackageOfItsOwn(string format)
    {
        using var folder = new TempFolder();
        await using var rig = await ReportRig.StartAsync(null, _ => new { Type = "package", Token = "k7-Qm2_vX9tLw4", Settings = new { Folder = folder.File("out"), Format = format } });
        Save(rig);

        var receipt = (await rig.Engine.OpenReporting().Lines[0].Catalogue.RunAsync(again: false, default)).ShouldNotBeNull();

        var files = AesZipReader.Open(await File.ReadAllBytesAsync(Path.Combine(folder.File("out"), receipt.Number)), "k7-Qm2_vX9tLw4")!;
        files.Keys.Order(StringComparer.Ordinal).ShouldBe(["manifest.json", $"事项目录.{format}", $"数据项.{format}"]);
    }

    [Fact, Trait("Requirement", "004-19"), Trait("Requirement", "004-12")]
    public async Task Catalogue_TakesThePlaceOfTheFormerOne_InExchangeTables()
    {
        using var folder = new TempFolder();
        var source = $"Data Source={folder.File("exchange.db")};Pooling=False";
        Scalar($"CREATE TABLE ML ({string.Join(", ", CatalogSheet.Heads.Select(h => $"\"{h}\" TEXT"))}, ZT TEXT); CREATE TABLE SJX (信息类别, 数据项代码, 数据项名称, 是否必填, 长度, ZT TEXT)");
        await using var rig = await ReportRig.StartAsync(null, _ => new { Type = "exchange-table", Settings = new { Provider = "sqlite", ConnectionString = source, LicenseTable = "XK", PenaltyTable = "CF", CatalogueTable = "ML", DataItemTable = "SJX", StateColumn = "ZT" } });
        Save(rig);
        var desk = rig.Engine.OpenReporting().Lines[0].Catalogue;

        (await desk.RunAsync(again: false, default))!.HandedOver.ShouldBeTrue();
        Scalar("UPDATE ML SET ZT = '1'; UPDATE SJX SET ZT = '1'");
        (await desk.RunAsync(again: false, default))!.HandedOver.ShouldBeFalse();
        rig.Engine.SaveCatalogue(rig.Engine.Catalogue.Current.Editions.Single().Reviewed("A-2", new ItemReview("赵审查", new DateOnly(2026, 2, 5))), "test");
        (await desk.RunAsync(again: false, default))!.Items.ShouldBe(2);
        (Scalar("SELECT COUNT(*) FROM ML"), Scalar("SELECT group_concat(DISTINCT ZT) FROM SJX")).ShouldBe(("2", "0"));

        string? Scalar(string sql)
        {
            using var connection = new SqliteConnection(source);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar()?.ToString();
        }
    }

    private static void Save(ReportRig rig) => rig.Engine.SaveCatalogue(new CatalogEdition
    {
        Id = "y",
        Title = "目录",
        Layer = CatalogLayer.Supplement,
        From = new DateOnly(2020, 1, 1),
        Items = [Item("A-1") with { Review = new ItemReview("赵审查", new DateOnly(2026, 1, 5)) }, Item("A-2")],
    }, "test");

    private static CatalogItem Item(string code) => new() { Code = code, Name = $"事项 {code}", Kind = RecordKind.License, Provider = SampleRecords.License(1).DecidingAuthority };
}
