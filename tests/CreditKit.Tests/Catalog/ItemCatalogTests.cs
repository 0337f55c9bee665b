using CreditKit.Catalog;
using CreditKit.Intake.Items;
using CreditKit.Records;
using CreditKit.Tests.Support;
using Fixtures = CreditKit.Tests.Support.Items;

namespace CreditKit.Tests.Catalog;

public sealed class ItemCatalogTests
{
    private static readonly DateOnly Day = new(2026, 5, 6);

    [Fact]
    [Trait("Requirement", "001-2")]
    public void NearestLayer_Describes_AndTheStrictestOfAllOpens()
    {
        var catalogue = new ItemCatalog(
        [
            Fixtures.Edition("n", CatalogLayer.National, new(2022, 1, 1), Fixtures.Item("A") with { Name = "全国", Openness = Openness.OnRequest, Sharing = Sharing.Unconditional }, Fixtures.Item("B")),
            Fixtures.Edition("s", CatalogLayer.Supplement, new(2022, 1, 1), Fixtures.Item("A") with { Name = "补充", Openness = Openness.Open, Sharing = Sharing.None }),
            Fixtures.Edition("p", CatalogLayer.Provincial, new(2022, 1, 1), Fixtures.Item("a ") with { Name = "省级", Openness = Openness.Open }),
        ]);
        var item = catalogue.Find(" ａ", Day).ShouldNotBeNull();
        (item.Name, item.Openness, item.Sharing).ShouldBe(("补充", Openness.OnRequest, Sharing.None));
        catalogue.InForce(Day).Select(i => i.Name).ShouldBe(["补充", "事项 B"]);
        catalogue.Find("C", Day).ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "001-1")]
    public void EditionInForceAtTheDecision_Binds()
    {
        var catalogue = new ItemCatalog(
        [
            Fixtures.Edition("2022", CatalogLayer.National, new(2022, 1, 1), Fixtures.Item("A") with { Openness = Openness.Closed }) with { Until = new(2025, 12, 31) },
            Fixtures.Edition("2026", CatalogLayer.National, new(2026, 1, 1), Fixtures.Item("A")),
        ]);
        catalogue.Find("A", new(2025, 12, 31))!.Openness.ShouldBe(Openness.Closed);
        catalogue.Find("A", new(2026, 1, 1))!.Openness.ShouldBe(Openness.Open);
        catalogue.Covers(new(2021, 12, 31)).ShouldBeFalse();
        catalogue.Find("A", new(2021, 12, 31)).ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "002-23")]
    public void TransferredItem_BelongsToEachUnitInItsTime()
    {
        var successor = new Authority("某市行政审批服务局", Codes.CreditCode(12, "11"));
        var edition = Fixtures.Edition("e", CatalogLayer.Supplement, new(2020, 1, 1), Fixtures.Item("A") with { ResponsiblePerson = "甲某" })
            .Transfer("a", successor, ProviderKind.Agency, new(2026, 3, 1), "机构改革方案");
        var catalogue = new ItemCatalog([edition]);
        catalogue.Find("A", new(2026, 2, 28))!.Provider.ShouldBe(SampleRecords.Agency);
        var later = catalogue.Find("A", new(2026, 3, 1))!;
        (later.Provider, later.Predecessor, later.ResponsiblePerson).ShouldBe((successor, SampleRecords.Agency, null));
        Should.Throw<CreditKitException>(() => edition.Transfer("A", successor, ProviderKind.Agency, new(2026, 4, 1), "又一次")).Code.ShouldBe("CK1462");
        Should.Throw<CreditKitException>(() => edition.Transfer("Z", successor, ProviderKind.Agency, new(2026, 4, 1), "无")).Code.ShouldBe("CK1461");
    }

    [Theory]
    [InlineData("items.csv")]
    [InlineData("items.xlsx")]
    [InlineData("items.json")]
    [Trait("Requirement", "001-3")]
    [Trait("Requirement", "002-6")]
    public void Edition_IsTheSame_WhenExportedAndImported(string name)
    {
        using var folder = new TempFolder();
        var full = new CatalogItem
        {
            Code = "XK-01", Name = "食品经营许可，\"新办\"", Kind = RecordKind.License, Act = "核发食品经营许可证", Provider = SampleRecords.Agency, ProviderKind = ProviderKind.PublicInstitution,
            DataSource = "审批系统", Nature = "行政许可信息", Sharing = Sharing.Conditional, Openness = Openness.OnRequest, Period = "一年", PeriodMonths = 12, PeriodBasis = "《示例条例》第五条",
            LegalBasis = "《食品安全法》第三十五条", Remedy = "可以申请行政复议", ByCommitment = true, ResponsiblePerson = "甲某", ResponsibleUnit = "许可科", Sensitive = true,
            PersonalBasis = "《示例条例》第六条", From = new(2025, 1, 1), Until = new(2027, 12, 31), Predecessor = new("某市卫生局"), TransferBasis = "=机构改革", Review = new("乙某", new(2025, 2, 3), false), Remarks = "多行\n备注",
        };
        var edition = Fixtures.Edition("items", CatalogLayer.Provincial, new(2024, 1, 1), full, Fixtures.Item("CF-02") with { Kind = RecordKind.Penalty, DataSource = null });
        CatalogFile.Write(folder.File(name), edition);
        var read = CatalogFile.Read(folder.File(name), new CatalogHead { Layer = CatalogLayer.Provincial, From = new(2024, 1, 1) }, Day);
        read.Items.ShouldBe(edition.Items);
        (read.Id, read.Layer, read.From).ShouldBe((edition.Id, edition.Layer, edition.From));
    }

    [Fact]
    [Trait("Requirement", "000-9")]
    public void WrongRows_AreNamedOneByOne_AndNothingIsTaken()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("bad.csv"), "事项编码,事项名称,行政行为,共享属性,公开属性,启用日期\nA,甲,行政许可,政务共享,公开,2025-01-01\n,乙,行政许可,政务共享,公开,\nC,丙,行政赔偿,,公开,2025-13-01\n");
        var fault = Should.Throw<CreditKitException>(() => CatalogFile.Read(folder.File("bad.csv"), new CatalogHead(), Day));
        fault.Code.ShouldBe("CK1463");
        fault.Message.ShouldContain("第 3 行：缺少事项编码");
        fault.Message.ShouldContain("第 4 行：行政行为应为以下之一");
        fault.Message.ShouldContain("第 4 行：缺少共享属性");
        fault.Message.ShouldContain("第 4 行：启用日期");
    }
}
