using System.Diagnostics;
using System.Globalization;
using System.Text;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;

namespace CreditKit.Benchmarks.Intake;

/// <summary>
/// The rival of an import: one process, one thread, prepared statements, the very bytes that the import left in ledger.db
/// and public.db, into empty tables and index of the same schema and settings. Reading, making and masking them is free.
/// </summary>
internal static class BareLoop
{
    private const int PerCommit = 500;

    /// <summary>Rows a second.</summary>
    /// <param name="data">Data folder of the import.</param>
    /// <param name="folder">Where the loop may write.</param>
    /// <param name="report">What it did, in a line.</param>
    public static double Run(string data, string folder, out string report)
    {
        using var ledger = Side.Open(Path.Combine(data, "ledger.db"), Path.Combine(folder, "bare-ledger.db"), 4096, "FULL",
            ("record", "ORDER BY id"), ("revision", "ORDER BY record_id"), ("change", "ORDER BY sequence"), ("outbox", "ORDER BY id"), ("audit", "ORDER BY number"));
        using var shown = Side.Open(Path.Combine(data, "public.db"), Path.Combine(folder, "bare-public.db"), 8192, "NORMAL",
            ("item", "ORDER BY sequence"), ("line", "ORDER BY arrival"), ("document", "ORDER BY arrival"), ("address", "ORDER BY sequence"), ("subject", "ORDER BY key & 1099511627775"));
        shown.Target.Execute(PublicSchema.IndexTuning);
        var words = Words(Path.Combine(data, "public.db"));
        var insert = shown.Target.Prepare("INSERT INTO words (rowid, single, pair, facet) VALUES (?1, ?2, ?3, ?4)");
        var rows = ledger.Tables[0].Rows.Count;

        var watch = Stopwatch.StartNew();
        TimeSpan inLedger = default;
        for (var at = 0; at < rows; at += PerCommit)
        {
            var started = watch.Elapsed;
            ledger.Write(at, PerCommit);
            inLedger += watch.Elapsed - started;
            shown.Write(at, PerCommit, () =>
            {
                foreach (var word in words.Skip(at).Take(PerCommit).OrderBy(w => w.Key))
                    insert.Bind(1, word.Key).BindText(2, word.Singles).BindText(3, word.Pairs).BindText(4, word.Facets).Run();
            });
        }

        var rate = rows / watch.Elapsed.TotalSeconds;
        report = string.Create(CultureInfo.InvariantCulture,
            $"{"bare loop, same bytes",-28} {rows,11:N0} rows {watch.Elapsed.TotalSeconds,8:0.0} s {rate,10:N0} rows/s  (ledger {inLedger.TotalMicroseconds / rows:0} µs a row, public.db {(watch.Elapsed - inLedger).TotalMicroseconds / rows:0} µs; {words.Count:N0} shown)");
        return rate;
    }

    private static List<(long Key, byte[] Singles, byte[] Pairs, byte[] Facets)> Words(string path)
    {
        using var query = new SqlitePublicQuery(path, TimeProvider.System);
        using var connection = NativeConnection.Open(path, readOnly: true);
        using var all = connection.PrepareOnce("SELECT a.id, i.key, i.sequence FROM item i JOIN address a ON a.key = i.key ORDER BY i.sequence");
        var words = new List<(long, byte[], byte[], byte[])>();
        var batch = new PreparedBatch();
        while (all.Step())
        {
            if (query.Find(all.Text(0)).Record is not { } record) continue;
            batch.Fill([new PublicChange { Id = record.Id, Arrival = 1, Revision = 1, Sequence = 1, Record = record }]);
            var row = batch.Rows[0];
            words.Add((all.Int64(1), batch.Singles(row).ToArray(), batch.Pairs(row).ToArray(), Encoding.ASCII.GetBytes(FacetTokens.Of(row.Combo!))));
        }

        return words;
    }

    private sealed class Side : IDisposable
    {
        private Side(NativeConnection target, List<Table> tables) => (Target, Tables) = (target, tables);

        public NativeConnection Target { get; }

        public List<Table> Tables { get; }

        public static Side Open(string source, string target, int pageSize, string synchronous, params (string Name, string Order)[] tables)
        {
            using var from = NativeConnection.Open(source, readOnly: true);
            var to = NativeConnection.Open(target, readOnly: false);
            to.Execute($"PRAGMA page_size = {pageSize}; PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;");
            using (var schema = from.PrepareOnce("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'words!_%' ESCAPE '!' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid"))
                while (schema.Step()) to.Execute(schema.Text(0));
            return new Side(to, [.. tables.Select(t => new Table(from, to, t.Name, t.Order))]);
        }

        public void Write(int at, int count, Action? more = null)
        {
            Target.Execute("BEGIN IMMEDIATE");
            foreach (var table in Tables) table.Write(at, count);
            more?.Invoke();
            Target.Execute("COMMIT");
        }

        public void Dispose() => Target.Dispose();
    }

    private sealed class Table
    {
        private readonly NativeStatement _insert;

        public Table(NativeConnection from, NativeConnection to, string name, string order)
        {
            using var all = from.PrepareOnce($"SELECT * FROM {name} {order}");
            var columns = (int)from.Number($"SELECT COUNT(*) FROM pragma_table_info('{name}')");
            while (all.Step())
            {
                var row = new object?[columns];
                for (var c = 0; c < columns; c++)
                    row[c] = SQLitePCL.raw.sqlite3_column_type(all.Handle, c) switch
                    {
                        SQLitePCL.raw.SQLITE_NULL => null,
                        SQLitePCL.raw.SQLITE_INTEGER => all.Int64(c),
                        SQLitePCL.raw.SQLITE_TEXT => new Utf8(all.Bytes(c).ToArray()),
                        _ => all.Bytes(c).ToArray(),
                    };
                Rows.Add(row);
            }

            _insert = to.Prepare($"INSERT INTO {name} VALUES ({string.Join(", ", Enumerable.Range(1, columns).Select(c => $"?{c}"))})");
        }

        public List<object?[]> Rows { get; } = [];

        public void Write(int at, int count)
        {
            for (var i = at; i < Math.Min(at + count, Rows.Count); i++)
            {
                var row = Rows[i];
                for (var c = 0; c < row.Length; c++)
                    switch (row[c])
                    {
                        case null: _insert.Bind(c + 1, null); break;
                        case long number: _insert.Bind(c + 1, number); break;
                        case Utf8 text: _insert.BindText(c + 1, text.Bytes); break;
                        case byte[] blob: _insert.BindBlob(c + 1, blob); break;
                    }
                _insert.Run();
            }
        }
    }

    private sealed record Utf8(byte[] Bytes);
}
