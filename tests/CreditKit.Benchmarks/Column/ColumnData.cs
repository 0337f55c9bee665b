using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CreditKit.Benchmarks.Column.Rival;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;

namespace CreditKit.Benchmarks.Column;

/// <summary>
/// The rows that a run asks about, made once by the product's own writer and kept in the folder for temporary files: a million
/// takes several minutes. The name of a folder follows from the rows and the schema, so that what is stale is never used.
/// </summary>
internal static class ColumnData
{
    private const int Batch = 5_000;

    /// <summary>A folder with <c>public.db</c> of that many records; made if it is not there. Never write to it.</summary>
    public static string Public(int records) => Kept($"public-{records}", folder =>
    {
        using var store = new SqlitePublicStore(Path.Combine(folder, "public.db"), TimeProvider.System);
        using var beside = store.Beside(); // as a rebuild does
        var batch = new PreparedBatch();
        foreach (var part in Rows(records).Chunk(Batch)) beside.Apply(beside.Prepare(part, batch), 0, 0);
        beside.Tidy(-100_000_000);
        store.Take(beside);
    });

    /// <summary>A folder with <c>rival.db</c> of the same rows.</summary>
    public static string Rival(int records) => Kept($"rival-{records}", folder => RivalFill.Run(folder, Rows(records)));

    /// <summary>Copies a kept folder to one that may be written to.</summary>
    public static void Copy(string kept, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(kept)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    /// <summary>Number <paramref name="n"/> of the rows; far behind the numbers that a ledger gives to what is imported later.</summary>
    private static IEnumerable<PublicChange> Rows(int records) =>
        Enumerable.Range(1, records).Select(n => StoreRows.Make(n) with { Arrival = n + 1_000_000_000L, Sequence = 0 });

    private static string Kept(string name, Action<string> make)
    {
        var folder = Path.Combine(Path.GetTempPath(), "creditkit-bench", $"{name}-{Stamp}");
        if (File.Exists(Path.Combine(folder, "whole"))) return folder;
        if (Directory.Exists(folder)) Directory.Delete(folder, true);
        Directory.CreateDirectory(folder);
        var watch = Stopwatch.StartNew();
        make(folder);
        File.WriteAllText(Path.Combine(folder, "whole"), "");
        var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  made {folder}: {bytes >> 20:N0} MB in {watch.Elapsed.TotalSeconds:N0} s; later runs find it there"));
        return folder;
    }

    // Schema, rows and tokens: what is written from them is the same only as long as they are.
    private static string Stamp { get; } = Hash();

    private static string Hash()
    {
        var batch = new PreparedBatch().Fill([.. Rows(50)]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(PublicSchema.Version + PublicSchema.Tables));
        foreach (var row in batch.Rows)
        {
            hash.AppendData(batch.Body(row));
            hash.AppendData(batch.Pairs(row));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }
}
