using CreditKit.Intake.Profiles;
using CreditKit.Intake.Readers;
using CreditKit.Ledger;

namespace CreditKit.Intake;

/// <summary>
/// Database sources through the whole road. The watermark is saved behind every durable batch, never ahead of it: a crash
/// between the two reads rows again, which changes nothing, and skips none.
/// </summary>
internal sealed class DatabaseIntake(FileIntake files, IWatermarks watermarks, IReadOnlyDictionary<string, DatabaseSourceOptions> sources, FileImportOptions reading, string dataDirectory)
{
    private readonly Lock _one = new();

    /// <summary>The configured sources.</summary>
    public IReadOnlyDictionary<string, DatabaseSourceOptions> Sources => sources;

    /// <summary>Reads what a source has since the last run.</summary>
    /// <param name="name">Name of the source.</param>
    /// <param name="actor">Who pulls; stands in the audit chain.</param>
    /// <param name="observer">Told of every row; null: nobody.</param>
    /// <param name="progress">Told after every batch; null: nobody.</param>
    /// <param name="assembly">Assembly of the provider, before the settings'; null: the settings'.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <exception cref="CreditKitException">CK142x: the source cannot be read.</exception>
    public ImportSummary Pull(string name, string actor, IImportObserver? observer = null, IProgress<ImportProgress>? progress = null, string? assembly = null, CancellationToken cancellation = default)
    {
        var options = sources.TryGetValue(name, out var known) ? known
            : throw new CreditKitException("CK1425", $"没有名为“{name}”的数据源。", sources.Count > 0 ? $"已配置的有 {string.Join("、", sources.Keys)}。" : "请在配置的 Sources 中写明 Provider、ConnectionString、Query 和 Watermark。");
        var profile = options.Profile is { } path ? ImportProfile.Load(Path.Combine(dataDirectory, path)) : null;
        if (options.Watermark is { } column) profile = (profile ?? new()) with { Ignore = [.. profile?.Ignore ?? [], column] };

        // One run at a time: two would only read the same rows.
        lock (_one)
        {
            var stored = watermarks.Find(name);
            using var reader = DatabaseRecordReader.Open(name, assembly is null ? options : options.With(assembly), stored);
            using var file = FileImport.Read(reader, name, profile, reading);
            return files.Take(file, name, actor, observer, progress, allowOlder: true, row =>
            {
                if (reader.MarkUpTo(row) is not { } read || Watermark.IsBehind(read, stored, options)) return;
                watermarks.Save(name, stored = read);
            }, cancellation);
        }
    }
}
