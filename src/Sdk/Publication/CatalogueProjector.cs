using System.Globalization;
using System.Text.Json;
using CreditKit.Catalog;
using CreditKit.Records;

namespace CreditKit.Publication;

/// <summary>Keeps the public part of the catalogue in public.db, so that the page needs no ledger.</summary>
internal sealed class CatalogueProjector(CatalogBook book)
{
    /// <summary>Name of the document in public.db.</summary>
    public const string Name = "catalogue";

    /// <summary>Writes the items of the day where another version or another day stands.</summary>
    public void Project(IPublicStore store, DateOnly today)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{book.Version}@{today:yyyy-MM-dd}");
        if (store.DocumentMark(Name) == mark) return;
        store.PutDocument(Name, mark, JsonSerializer.Serialize(new PublicCatalogue(today, [.. book.Current.InForce(today).Where(i => i.IsPublic).Select(Public)]), PublicCatalogueJson.Default.PublicCatalogue));
    }

    /// <summary>The catalogue of a stored document; null when there is none.</summary>
    public static PublicCatalogue? Read(string? document) => document is null ? null : JsonSerializer.Deserialize(document, PublicCatalogueJson.Default.PublicCatalogue);

    private static PublicItem Public(CatalogItem item) => new(item.Code, item.Name, item.Kind.ToString().ToLowerInvariant(), RecordKindText.Of(item.Kind), item.Provider.Name, CatalogWords.Of(item.ProviderKind))
    {
        Act = item.Act,
        DataSource = item.DataSource,
        Nature = item.Nature,
        Sharing = CatalogWords.Of(item.Sharing),
        Openness = CatalogWords.Of(item.Openness),
        Period = item.Period ?? (item.PeriodMonths is { } months ? $"{months} 个月（{item.PeriodBasis}）" : null),
        LegalBasis = item.LegalBasis,
        ByCommitment = item.ByCommitment,
        ResponsibleUnit = item.ResponsibleUnit,
        From = item.From,
        Predecessor = item.Predecessor?.Name,
    };
}
