namespace CreditKit.Catalog;

/// <summary>The catalogue as it is now: read once, and again when some process has saved an edition.</summary>
internal sealed class CatalogBook(ICatalogStore store)
{
    private readonly Lock _gate = new();
    private volatile Loaded _loaded = new(-1, ItemCatalog.Empty);

    /// <summary>The catalogue in its newest version.</summary>
    public ItemCatalog Current => Read().Catalog;

    /// <summary>The version of <see cref="Current"/>.</summary>
    public long Version => Read().Version;

    private Loaded Read()
    {
        var version = store.Version;
        if (_loaded.Version == version) return _loaded;
        lock (_gate)
        {
            if (_loaded.Version != version) _loaded = new(version, new ItemCatalog(store.Load()));
            return _loaded;
        }
    }

    private sealed record Loaded(long Version, ItemCatalog Catalog);
}
