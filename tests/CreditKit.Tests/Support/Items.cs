using CreditKit.Catalog;

namespace CreditKit.Tests.Support;

/// <summary>Invented catalogues.</summary>
internal static class Items
{
    public static CatalogItem Item(string code) => new()
    {
        Code = code,
        Name = $"事项 {code}",
        Provider = SampleRecords.Agency,
        Review = new("保密员甲", new(2025, 12, 1)),
    };

    public static CatalogEdition Edition(string id, CatalogLayer layer, DateOnly from, params CatalogItem[] items) =>
        new() { Id = id, Title = id, Layer = layer, From = from, Items = items };

    public static ItemCatalog Of(params CatalogItem[] items) => new([Edition("test", CatalogLayer.Supplement, new(2017, 1, 1), items)]);

    public static ItemCatalog Of(string code) => Of(Item(code));
}
