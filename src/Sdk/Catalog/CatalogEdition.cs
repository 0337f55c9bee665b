using CreditKit.Records;

namespace CreditKit.Catalog;

/// <summary>One edition of one layer of the catalogue. Saving an edition of the same id makes a new version; earlier ones are kept.</summary>
public sealed record CatalogEdition
{
    /// <summary>Short name, e.g. <c>national-2025</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>Which layer.</summary>
    public required CatalogLayer Layer { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in force; null: still.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The document it comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>1 upward; set by the store.</summary>
    public int Version { get; init; }

    /// <summary>The items.</summary>
    public IReadOnlyList<CatalogItem> Items { get; init; } = [];

    /// <summary>Whether the edition is in force on a day.</summary>
    public bool InForce(DateOnly day) => day >= From && !(day > Until);

    /// <summary>The edition after an item went to another unit on a day: the item ends the day before and goes on under its successor.</summary>
    /// <param name="code">The item.</param>
    /// <param name="successor">The unit that takes it over.</param>
    /// <param name="kind">What kind of body the successor is.</param>
    /// <param name="on">First day under the successor.</param>
    /// <param name="basis">Why: the document.</param>
    /// <exception cref="CreditKitException">CK1461: no such item on that day; CK1462: the successor has it already.</exception>
    public CatalogEdition Transfer(string code, Authority successor, ProviderKind kind, DateOnly on, string basis)
    {
        var at = IndexOf(code, on);
        var item = Items[at];
        if (item.Provider == successor) throw new CreditKitException("CK1462", $"事项 {item.Code} 自 {on:yyyy-MM-dd} 起已经由{successor.Name}提供。", "无须再次移交。");
        var first = item.From is { } from && from > From ? from : From;
        var later = item with { Provider = successor, ProviderKind = kind, From = on, Predecessor = item.Provider, TransferBasis = basis, ResponsiblePerson = null, ResponsibleUnit = null };
        CatalogItem[] both = on > first ? [item with { Until = on.AddDays(-1) }, later] : [later];
        return this with { Items = [.. Items.Take(at), .. both, .. Items.Skip(at + 1)] };
    }

    /// <summary>The edition after an item was reviewed for confidentiality.</summary>
    /// <exception cref="CreditKitException">CK1461: no such item.</exception>
    public CatalogEdition Reviewed(string code, ItemReview review)
    {
        if (!Items.Any(i => Same(i.Code, code))) throw Missing(code);
        return this with { Items = [.. Items.Select(i => Same(i.Code, code) ? i with { Review = review } : i)] };
    }

    /// <summary>The edition after the consent that stands for an item was given or withdrawn.</summary>
    /// <exception cref="CreditKitException">CK1461: no such item.</exception>
    public CatalogEdition Consented(string code, PersonalConsent consent)
    {
        if (!Items.Any(i => Same(i.Code, code))) throw Missing(code);
        return this with { Items = [.. Items.Select(i => Same(i.Code, code) ? i with { Consent = consent } : i)] };
    }

    internal static bool Same(string a, string b) => string.Equals(ItemCatalog.Key(a), ItemCatalog.Key(b), StringComparison.Ordinal);

    private int IndexOf(string code, DateOnly on)
    {
        for (var i = 0; i < Items.Count; i++)
            if (Same(Items[i].Code, code) && InForce(on) && Items[i].InForce(on)) return i;
        throw Missing(code);
    }

    private CreditKitException Missing(string code) => new("CK1461", $"目录 {Id} 中没有当日有效的事项 {code}。", "请用 creditkit catalogue list 查看事项编码和起止日期。");
}
