using CreditKit.Publication;
using CreditKit.Publication.Sqlite;
using CreditKit.StoreConformance.Public;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Publication;

/// <summary>The public store on SQLite does what every public store must do.</summary>
public sealed class SqlitePublicStoreTests : PublicStoreConformance
{
    private readonly TempFolder _folder = new();

    private protected override IPublicStore OpenStore(TimeProvider time) => new SqlitePublicStore(_folder.File("public.db"), time);

    private protected override IPublicQuery OpenQuery(TimeProvider time) => new SqlitePublicQuery(_folder.File("public.db"), time);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}
