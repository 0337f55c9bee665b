namespace CreditKit.Intake;

/// <summary>The way in for files: the same steps as <see cref="IRecordIntake"/>, in batches, each batch durable and whole.</summary>
public interface IFileIntake
{
    /// <summary>
    /// Imports a file (CSV, XLSX, XLS, JSON, JSON Lines, XML). Can be repeated: what is there with the same content stays
    /// unchanged. Good rows are kept when others are rejected. When it returns the column shows what it may.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="profile">Import profile (JSON); null: columns are matched by their headings.</param>
    /// <param name="actor">Who imports; stands in the audit chain.</param>
    /// <param name="progress">Told after every batch.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <exception cref="CreditKitException">The file as a whole cannot be read (CK14xx).</exception>
    Task<ImportSummary> ImportAsync(string path, string? profile, string actor, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default);
}
