using CreditKit.Calendar;
using CreditKit.Catalog;

namespace CreditKit.Intake.Items;

/// <inheritdoc cref="ICatalogueIntake"/>
internal sealed class CatalogueIntake(TimeProvider time, Func<CatalogEdition, string, CatalogEdition> save) : ICatalogueIntake
{
    /// <inheritdoc/>
    public CatalogEdition Import(string path, string actor)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        return save(CatalogFile.Read(path, new CatalogHead(), ChinaTime.DateOf(time.GetUtcNow())), actor);
    }
}
