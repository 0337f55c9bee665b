using System.Buffers.Text;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;

namespace CreditKit.Benchmarks.Column;

/// <summary>A day's changes over a store of so many rows: every hundredth record corrected, another hundredth withdrawn, as many new ones.</summary>
internal sealed class SearchProofDay(int rows)
{
    private const int Every = 100, Batch = 500;

    /// <summary>Records that now have the text of another.</summary>
    public int Corrected => rows / Every;

    /// <summary>Records that are no longer shown.</summary>
    public int Withdrawn => rows / Every;

    /// <summary>Records that were not there before.</summary>
    public int Added => rows / Every;

    /// <summary>The highest number of a record.</summary>
    public int Last => rows + Added;

    /// <summary>What record <paramref name="n"/> shows now; null: nothing.</summary>
    public PublicRecord? Shown(int n) => n > rows || n % Every > 1 ? StoreRows.Make(n).Record : n % Every == 0 ? Correction(n) : null;

    /// <summary>Writes the changes as the projector does.</summary>
    public void Apply(SqlitePublicStore store)
    {
        var changes = new List<PublicChange>();
        for (var n = 1; n <= Last; n++)
        {
            if (n <= rows && n % Every > 1) continue;
            var made = StoreRows.Make(n) with { Arrival = n + 1_000_000_000L, Sequence = 1 };
            changes.Add(n > rows ? made
                : n % Every == 0 ? made with { Revision = 2, Record = Correction(n) }
                : made with { Revision = 2, Record = null, Notice = new(made.Id, made.Record!.DocumentNumber, made.Record.AuthorityName, made.Record.PublishedAt, "被依法撤销"), NoticeUntil = new(2099, 1, 1) });
        }

        var batch = new PreparedBatch();
        var at = store.Position;
        foreach (var part in changes.Chunk(Batch))
        {
            if (!store.Apply(store.Prepare(part, batch), at, at + part.Length)) throw new InvalidOperationException("The store went on meanwhile.");
            at += part.Length;
        }
    }

    /// <summary>The number that an id was made from.</summary>
    public static int NumberOf(string id)
    {
        Span<byte> bytes = stackalloc byte[16];
        Base64Url.DecodeFromChars(id, bytes);
        return (int)BitConverter.ToInt64(bytes[8..]);
    }

    // The text of a record that is in no store, under the identity and the day of this one.
    private PublicRecord Correction(int n)
    {
        var (own, other) = (StoreRows.Make(n).Record!, StoreRows.Make(n + (10 * rows)).Record!);
        return other with { Id = own.Id, Revision = 2, Kind = own.Kind, Severity = own.Severity, LicenseStatus = own.LicenseStatus, DecisionDate = own.DecisionDate, From = own.From, Until = own.Until, PublishedAt = own.PublishedAt };
    }
}
