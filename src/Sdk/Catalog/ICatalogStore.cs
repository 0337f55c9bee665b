namespace CreditKit.Catalog;

/// <summary>Where the editions of the catalogue are kept. Every saving is a new version, audited; none is lost.</summary>
internal interface ICatalogStore
{
    /// <summary>Grows with every saving; 0 when there is no catalogue.</summary>
    long Version { get; }

    /// <summary>The newest version of every edition.</summary>
    IReadOnlyList<CatalogEdition> Load();

    /// <summary>Every version of one edition, oldest first.</summary>
    IReadOnlyList<CatalogEdition> History(string id);

    /// <summary>Keeps an edition as the next version of its id and has every record decided anew.</summary>
    /// <returns>The edition with its version.</returns>
    CatalogEdition Save(CatalogEdition edition, string actor);
}
