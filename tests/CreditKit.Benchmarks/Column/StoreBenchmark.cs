using System.Diagnostics;
using CreditKit.Publication;
using CreditKit.Publication.Search;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;

namespace CreditKit.Benchmarks.Column;

/// <summary>The public store alone: rows a second in, questions a second out, against a bare SQLite point lookup of the same run.</summary>
internal static class StoreBenchmark
{
    private static readonly TimeSpan Lap = TimeSpan.FromSeconds(2);

    /// <summary>Fills a store with <paramref name="rows"/> records and asks it; prints rates and ratios. Exit code 1 when search is not exact.</summary>
    public static int Run(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-store-");
        try
        {
            var path = Path.Combine(folder.FullName, "public.db");
            using var store = new SqlitePublicStore(path, TimeProvider.System);
            Fill(store, rows);
            using var query = new SqlitePublicQuery(path, TimeProvider.System);
            Console.WriteLine($"public.db {(new FileInfo(path).Length + new FileInfo(path + "-wal").Length) / 1e6:F0} MB");
            var bare = Bare(path, rows);
            Console.WriteLine($"{"bare point lookup",-44}{bare,12:N0}/s      1.00");

            var ids = Ids(rows);
            Rate("detail", bare, i => query.Find(ids[i % ids.Length]));
            Rate("list, first page", bare, _ => query.List(new PublicFilter(), null, 20));
            PublicFilter[] filters =
            [
                new() { Kind = RecordKind.Penalty }, new() { Kind = RecordKind.Penalty, Authority = "云州市水务局" },
                new() { Authority = "松岭市生态环境局", Category = "警告", Severity = Severity.Serious }, new() { Category = "登记", LicenseStatus = LicenseStatus.Valid },
            ];
            for (var f = 0; f < filters.Length; f++)
            {
                var filter = filters[f];
                Rate($"list, filter {f + 1} of 4 ({query.List(filter, null, 1).Total:N0} hits)", bare, _ => query.List(filter, null, 20));
            }

            var second = query.List(new PublicFilter(), null, 20).Next;
            Rate("list, page 2", bare, _ => query.List(new PublicFilter(), second, 20));
            var deep = Deep(query, rows);
            Rate("list, at 80 % of the depth", bare, _ => query.List(new PublicFilter(), deep, 20));
            Rate("facets", bare, _ => query.Facets(new PublicFilter { Kind = RecordKind.Penalty }));
            var failed = Search(query, bare, rows);
            Stream(query);
            Console.WriteLine($"working set {Environment.WorkingSet / 1e6:F0} MB, managed {GC.GetTotalMemory(true) / 1e6:F0} MB");
            return failed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Fill(SqlitePublicStore store, int rows)
    {
        var clock = Stopwatch.StartNew();
        TimeSpan preparing = default, writing = default, longest = default;
        var batch = new PreparedBatch();
        const int size = 1_000;
        for (var at = 0; at < rows; at += size)
        {
            var changes = Enumerable.Range(at + 1, Math.Min(size, rows - at)).Select(StoreRows.Make).ToList();
            var t1 = Environment.CpuUsage.TotalTime;
            store.Prepare(changes, batch);
            var t2 = Environment.CpuUsage.TotalTime;
            var started = clock.Elapsed;
            store.Apply(batch, at, at + changes.Count);
            preparing += t2 - t1;
            writing += Environment.CpuUsage.TotalTime - t2;
            if (clock.Elapsed - started > longest) longest = clock.Elapsed - started;
        }

        store.Complete("benchmark");
        var tidy = Environment.CpuUsage.TotalTime;
        store.Tidy(-100_000_000); // as a rebuild leaves it
        tidy = Environment.CpuUsage.TotalTime - tidy;
        Console.WriteLine($"{rows:N0} rows: tokens and bytes {preparing.TotalMicroseconds / rows:F1} µs a row, write {writing.TotalMicroseconds / rows:F1} µs a row = {rows / (preparing + writing).TotalSeconds:N0} rows/s of processor time; longest write {longest.TotalMilliseconds:F0} ms; joining the index {tidy.TotalMicroseconds / rows:F1} µs a row");
    }

    private static string[] Ids(int rows) => [.. Enumerable.Range(0, 2_000).Select(i => StoreRows.Make(Spread(i, rows)).Id)];

    private static int Spread(int i, int rows) => (int)((uint)i * 2_654_435_761L % rows) + 1;

    private static double Bare(string path, int rows)
    {
        using var connection = NativeConnection.Open(path, readOnly: true);
        var lookup = connection.Prepare($"SELECT body FROM document WHERE arrival = ?1 & {PublicSchema.ArrivalMask}");
        var keys = new List<long>();
        using (var all = connection.PrepareOnce($"SELECT key FROM item WHERE sequence % {Math.Max(1, rows / 2_000)} = 0"))
            while (all.Step()) keys.Add(all.Int64(0));
        var sum = 0L;
        var rate = Measure(i =>
        {
            lookup.Bind(1, keys[i % keys.Count]).Step();
            sum += lookup.Bytes(0).Length;
            lookup.Reset();
        }).Rate;
        GC.KeepAlive(sum);
        return rate;
    }

    private static string? Deep(SqlitePublicQuery query, int rows)
    {
        var at = 0;
        foreach (var row in query.StreamRows(new PublicFilter()))
            if (++at == rows * 8L / 10) return new Cursor((long)row.DecisionDate!.Value.DayNumber << PublicSchema.ArrivalBits, Backwards: false).ToString();
        return null;
    }

    // Random words of 2 to 6 characters out of the records themselves, each asked once: no total is remembered.
    private static int Search(SqlitePublicQuery query, double bare, int rows)
    {
        var random = new Random(11);
        var words = new HashSet<string>();
        while (words.Count < 4_000)
        {
            var text = SearchText.Of(StoreRows.Make(random.Next(1, rows + 1)).Record!).Split(SearchText.Separator)[random.Next(8)];
            var length = random.Next(2, 7);
            if (text.Length < length) continue;
            words.Add(text.Substring(random.Next(text.Length - length + 1), length));
        }

        var list = words.ToArray();
        var at = 0;
        Rate("search, new word of 2 to 6 characters", bare, _ => query.List(new PublicFilter { Text = list[Math.Min(at++, list.Length - 1)] }, null, 20), list.Length);
        Rate("search, repeated word", bare, i => query.List(new PublicFilter { Text = list[i % 50] }, null, 20));

        // Exactness against a scan over every record's folded text, for a part of the words.
        var proof = list.Take(60).Concat(Enumerable.Range(0, 20).Select(i => list[i][..1])).Concat(Enumerable.Range(0, 20).Select(i => list[i] + " " + list[i + 1][..2])).ToArray();
        var parsed = proof.Select(w => SearchQuery.Parse(w)!).ToArray();
        var truth = new long[proof.Length];
        for (var n = 1; n <= rows; n++)
        {
            var text = SearchText.Of(StoreRows.Make(n).Record!);
            for (var w = 0; w < proof.Length; w++)
                if (parsed[w].Matches(text)) truth[w]++;
        }

        var wrong = 0;
        for (var w = 0; w < proof.Length; w++)
            if (query.StreamRows(new PublicFilter { Text = proof[w] }).LongCount() != truth[w]) wrong++;
        Console.WriteLine($"exact for {proof.Length - wrong} of {proof.Length} searches ({truth.Sum():N0} hits)");
        return wrong == 0 ? 0 : 1;
    }

    private static void Stream(SqlitePublicQuery query)
    {
        var clock = Stopwatch.StartNew();
        var n = query.Stream(new PublicFilter()).LongCount();
        Console.WriteLine($"{"stream of whole records",-44}{n / clock.Elapsed.TotalSeconds,12:N0}/s");
    }

    private static void Rate(string name, double bare, Func<int, object> ask, int most = int.MaxValue)
    {
        var (rate, median, worst) = Measure(i => ask(i), most);
        Console.WriteLine($"{name,-44}{rate,12:N0}/s {rate / bare,9:F2}   median {median,7:F1} µs   p99 {worst,8:F1} µs");
    }

    private static (double Rate, double Median, double Worst) Measure(Action<int> ask, int most = int.MaxValue)
    {
        if (most == int.MaxValue)
            for (var i = 0; i < 200; i++) ask(i);
        var laps = new List<double>();
        var whole = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < most && whole.Elapsed < Lap; i++)
        {
            var started = Stopwatch.GetTimestamp();
            ask(i);
            laps.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        // Per second of processor time, so that other work on the machine does not count.
        var rate = laps.Count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        laps.Sort();
        return (rate, laps[laps.Count / 2], laps[laps.Count * 99 / 100]);
    }
}
