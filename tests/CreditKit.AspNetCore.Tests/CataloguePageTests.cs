using System.Text.Json;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Catalog;
using CreditKit.Records;

namespace CreditKit.AspNetCore.Tests;

/// <summary>The item catalogue in public: on a page, as JSON, from public.db.</summary>
[Trait("Requirement", "000-10")]
public sealed class CataloguePageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-catalogue").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    [Trait("Requirement", "000-9")]
    public async Task ReviewedItems_ArePublic_WithTheDataItems_AndNoPerson()
    {
        var clock = new FakeClock(Invented.Now);
        await using var host = await RoadHost.StartAsync(_folder, clock);
        (await host.TextAsync("/catalogue")).ShouldContain("目前没有公开的事项目录");
        (await host.TextAsync("/catalogue")).ShouldNotContain("按以下事项归集");

        var item = new CatalogItem { Code = "XK01", Name = "食品经营许可", Act = "核发食品经营许可证", Provider = new Authority("青禾市市场监督管理局"), LegalBasis = "《食品安全法》第三十五条", ByCommitment = true, ResponsiblePerson = "甲某某", ResponsibleUnit = "许可科" };
        host.Engine.SaveCatalogue(new()
        {
            Id = "e", Title = "目录", Layer = CatalogLayer.Supplement, From = new(2020, 1, 1),
            Items = [item with { Review = new("保密员", new(2025, 1, 1)) }, item with { Code = "XK02", Name = "未经审查的事项" }, item with { Code = "XK03", Name = "不公开的事项", Openness = Openness.Closed, Review = new("保密员", new(2025, 1, 1)) }],
        }, "tester");

        var page = await host.TextAsync("/catalogue");
        page.ShouldContain("食品经营许可");
        page.ShouldContain("实行告知承诺");
        page.ShouldContain("XK_XDR_MC");
        page.ShouldContain("CF_WSH");
        foreach (var hidden in (string[])["甲某某", "保密员", "未经审查的事项", "不公开的事项"]) page.ShouldNotContain(hidden);

        using var json = JsonDocument.Parse(await host.TextAsync("/api/v1/catalogue"));
        json.RootElement.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("XK01");

        host.Engine.Projector.Rebuild();
        (await host.TextAsync("/catalogue")).ShouldContain("食品经营许可", customMessage: "a rebuild keeps the catalogue");
        (await host.TextAsync("/about")).ShouldContain("/shuanggongshi/catalogue");
    }
}
