using CreditKit.Catalog;

namespace CreditKit.Intake;

/// <summary>The way in for editions of the item catalogue (事项目录), as <c>creditkit catalogue import</c> takes them.</summary>
public interface ICatalogueIntake
{
    /// <summary>
    /// Reads an edition and keeps it; when it returns the column shows the items that are reviewed and open. An edition of the same
    /// id becomes a further version. All of the file or nothing.
    /// </summary>
    /// <param name="path">JSON with the whole edition, or the platform's table (CSV, XLSX, XLS): a supplement in force from today, named by the file.</param>
    /// <param name="actor">Who hands it in; stands in the audit chain.</param>
    /// <returns>The edition with its version.</returns>
    /// <exception cref="CreditKitException">CK1463: rows are wrong; CK1464: the JSON cannot be read; CK1465: it ends before it begins; CK14xx: the file cannot be read.</exception>
    CatalogEdition Import(string path, string actor);
}
