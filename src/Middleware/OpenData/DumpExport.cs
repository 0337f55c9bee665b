using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json;
using CreditKit.Publication;
using CreditKit.Records;

namespace CreditKit.AspNetCore;

/// <summary>
/// Everything that may leave in bulk, as one archive made while it is read: a CSV of every value for each kind, the
/// records as JSON Lines, the data dictionary, and last a manifest with the rows, the bytes and the SHA-256 of each file
/// and the token from which increments go on.
/// </summary>
internal static class DumpExport
{
    /// <summary>Name of the manifest in the archive.</summary>
    public const string Manifest = "manifest.json";

    public static async Task WriteAsync(PipeWriter pipe, PageContext context, CancellationToken cancellation)
    {
        // Taken before the first row: what changes meanwhile is in the first increment.
        var token = context.Query.Changes(null, 1).Token;
        var files = new List<ApiDumpFile>();
        using (var zip = new ZipArchive(new PipeStream(pipe), ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var kind in context.Options.Kinds)
            {
                var filter = new PublicFilter { Kind = kind };
                await AddAsync(ListMapper.PathOf(kind)[1..] + ".csv", (sink, flush) => CsvExport.WriteAsync(sink, DataTable.Full(context.Query, filter), flush));
            }

            await AddAsync("records.jsonl", (sink, flush) => JsonLinesExport.FullAsync(sink, context.Query, new(), flush));
            await AddAsync("dictionary.json", async (sink, flush) =>
            {
                sink.Write(DictionaryPages.Json(context));
                await flush();
                return FieldDictionary.Shown(context.Options.Kinds).Count;
            });

            var manifest = new ApiDumpManifest(context.Options.Agency.Name, context.Now.ToOffset(ShanghaiTime.Offset), token, files);
            using var last = zip.CreateEntry(Manifest, CompressionLevel.Fastest).Open();
            last.Write(JsonSerializer.SerializeToUtf8Bytes(manifest, ApiJson.Web.ApiDumpManifest));

            async Task AddAsync(string name, Func<HashingSink, Func<ValueTask>, Task<long>> write)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                using var sink = new HashingSink(entry);
                var rows = await write(sink, async () =>
                {
                    sink.Pass();
                    await pipe.FlushAsync(cancellation);
                });
                files.Add(new(name, rows, sink.Bytes, sink.Sha256()));
            }
        }

        await pipe.FlushAsync(cancellation);
    }
}
