using System.Diagnostics;
using System.Globalization;
using CreditKit.AspNetCore;
using CreditKit.Benchmarks.Column.Rival;
using CreditKit.Benchmarks.Intake;
using CreditKit.Publication;
using CreditKit.Publication.Search;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;
using Microsoft.Net.Http.Headers;

namespace CreditKit.Benchmarks.Column;

/// <summary>
/// The column against a bare Kestrel endpoint that writes the same bytes (headers too) from memory, and against a hand-written column of
/// Razor Pages and EF Core over the same rows: <c>-- column [records] [seconds a lap] [rows of the import]</c>. Each ratio
/// is the median of three pairs of laps. Exit code 1 when a demand is missed.
/// </summary>
internal sealed class ColumnBenchmark : IDisposable
{
    private const double BareQuiet = 65_000;
    private const string Root = "/shuanggongshi";
    private const int Pairs = 3, PageSize = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-column-").FullName;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None }) { Timeout = TimeSpan.FromMinutes(10) };
    private readonly int _records;
    private readonly TimeSpan _lap;
    private readonly string _data, _few, _bodies;
    private int _body;
    private TimeSpan Warm => TimeSpan.FromSeconds(Math.Min(3, _lap.TotalSeconds));
    private int Few => Math.Max(1_000, _records / 100);
    private bool _good = true;

    private ColumnBenchmark(int records, int seconds)
    {
        (_records, _lap) = (records, TimeSpan.FromSeconds(seconds));
        (_data, _few, _bodies) = (Path.Combine(_folder, "data"), Path.Combine(_folder, "few"), Path.Combine(_folder, "bodies"));
        foreach (var path in new[] { _data, _few, _bodies }) Directory.CreateDirectory(path);
    }

    public static int Run(int records, int seconds, int importRows)
    {
        if (!Wrk.IsThere)
        {
            Console.WriteLine("wrk is missing: apt-get install wrk");
            return 2;
        }

        using var benchmark = new ColumnBenchmark(records, seconds);
        benchmark.Run(importRows);
        return benchmark._good ? 0 : 1;
    }

    /// <summary>Visitors during an import alone.</summary>
    public static int RunImport(int records, int importRows)
    {
        using var benchmark = new ColumnBenchmark(records, 2);
        ColumnData.Copy(ColumnData.Public(records), benchmark._data);
        using var column = ColumnServer.Start("column", benchmark._data, Root);
        benchmark.Import(column, importRows, benchmark.Details(), Lists(), [.. Words(records).Select(Search)]);
        return benchmark._good ? 0 : 1;
    }

    private void Run(int importRows)
    {
        ColumnData.Copy(ColumnData.Public(_records), _data);
        ColumnData.Copy(ColumnData.Public(Few), _few);
        var id = StoreRows.Make(_records / 2).Id;
        Save("plain", ["Content-Type: text/plain"], [], "Hello, World!"u8.ToArray());
        using var column = ColumnServer.Start("column", _data, Root);
        using var uncached = ColumnServer.Start("uncached", _data, Root);
        using var fewer = ColumnServer.Start("uncached", _few, Root);
        (string Name, string Path)[] pages = [("list", $"{Root}/penalties"), ("detail", $"{Root}/records/{id}"), ("search", $"{Root}/search?q={Escape("食品")}"), ("API", $"{Root}/api/v1/records?kind=penalty")];
        var etags = pages.Select(p => Take(column, p.Path, "br")).ToArray();
        var plain = pages.Select(p => Take(uncached, p.Path, "identity")).ToArray();
        using var bare = ColumnServer.Start("bare", _bodies, "/plain");

        var hello = Median(() => Wrk.Run(bare.Address, ["/plain"], _lap).Rate);
        var scale = Math.Min(1, hello / BareQuiet);
        Console.WriteLine(Text($"bare Kestrel, 13 bytes: {hello:N0}/s = {scale:0.00} of a quiet machine; {_records:N0} records"));
        AtMost("start to first page, s", column.FirstPage.TotalSeconds, 1 / scale);
        for (var i = 0; i < pages.Length; i++)
        {
            Ratio($"cached {pages[i].Name}", 0.85, bare, etags[i].Body, column, [pages[i].Path], "Accept-Encoding: br");
            Ratio($"304 of {pages[i].Name}", 0.85, bare, $"{etags[i].Body}\t{etags[i].ETag}", column, [$"{pages[i].Path}\t{etags[i].ETag}"], "Accept-Encoding: br");
        }

        var details = Details();
        var detail = Ratio("uncached detail", 0.45, bare, plain[1].Body, uncached, details, "Accept-Encoding: identity");
        var lists = Lists();
        var list = Ratio("uncached list with filters", 0.15, bare, plain[0].Body, uncached, lists, "Accept-Encoding: identity");
        Paging(uncached);
        var words = Words(_records);
        var search = Ratio("uncached search, 2 to 6 characters", 0.06, bare, plain[2].Body, uncached, [.. words.Select(Search)], "Accept-Encoding: identity");
        AtMost("uncached search, p99 ms", search.P99, 15 / scale);
        string[] others = [.. Words(Few).Select(Search)];
        Wrk.Run(fewer.Address, others, Warm, "Accept-Encoding: identity");
        var few = Wrk.Run(fewer.Address, others, _lap, "Accept-Encoding: identity");
        AtMost("uncached search, median to that of a hundredth", search.Median / few.Median, 2.5);
        Csv(column, scale);
        AgainstRival(detail, list, search, details, lists, words);
        Import(column, importRows, details, lists, [.. words.Select(Search)]);
        AtMost("memory of the column, peak MB", column.Memory.Peak >> 20, 400);
    }

    private (string Body, string ETag) Take(ColumnServer site, string path, string encoding)
    {
        using var response = Ask(site, path, encoding, "");
        response.EnsureSuccessStatusCode();
        using var stream = response.Content.ReadAsStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var etag = response.Headers.ETag?.ToString() ?? "";
        var name = (_body++).ToString(CultureInfo.InvariantCulture);
        using var known = Ask(site, path, encoding, etag);
        Save(name, Headers(response), Headers(known), bytes.ToArray());
        Console.WriteLine(Text($"  {path} ({encoding}): {bytes.Length:N0} bytes"));
        return ("/" + name, etag);
    }

    private HttpResponseMessage Ask(ColumnServer site, string path, string encoding, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, path));
        request.Headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, encoding);
        if (etag.Length > 0) request.Headers.TryAddWithoutValidation(HeaderNames.IfNoneMatch, etag);
        return _client.Send(request);
    }

    // What Kestrel writes by itself is left to it.
    private static IEnumerable<string> Headers(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Date" or "Server" or "Transfer-Encoding" or "Content-Length")).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");

    private void Save(string name, IEnumerable<string> headers, IEnumerable<string> known, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_bodies, name + ".body"), bytes);
        File.WriteAllLines(Path.Combine(_bodies, name + ".head"), headers);
        File.WriteAllLines(Path.Combine(_bodies, name + ".304"), known);
    }

    // Bare and column in turn, so that what else the machine does meets both.
    private Lap Ratio(string what, double demanded, ColumnServer bare, string barePath, ColumnServer site, string[] paths, params string[] headers)
    {
        // Unmeasured first: what the runtime still compiles, and counts that are kept, are no part of a lap.
        Wrk.Run(bare.Address, [barePath], Warm, headers);
        Wrk.Run(site.Address, paths, Warm, headers);
        var laps = new List<(double Ratio, Lap Bare, Lap Site, double BareCost, double Cost)>();
        for (var i = 0; i < Pairs; i++)
        {
            var (reference, bareCost) = Costed(bare, [barePath], headers);
            var (lap, cost) = Costed(site, paths, headers);
            if (lap.Failed > 0) Missed($"{what}: {lap.Failed} failures");
            laps.Add((lap.Rate / reference.Rate, reference, lap, bareCost, cost));
        }

        laps.Sort((a, b) => a.Ratio.CompareTo(b.Ratio));
        var (ratio, compared, median, its, ours) = laps[Pairs / 2];
        Demand(Text($"{what}: {median.Rate:N0}/s of {compared.Rate:N0}, median {median.Median:0.00} ms, p99 {median.P99:0.0} ms; {ours:0.0} µs of processor an answer, bare {its:0.0}"), ratio, ">=", demanded, ratio >= demanded);
        return median;
    }

    // Processor time an answer says what a rate cannot on a machine that others use too.
    private (Lap Lap, double Microseconds) Costed(ColumnServer site, string[] paths, string[] headers)
    {
        var before = site.Processor;
        var lap = Wrk.Run(site.Address, paths, _lap, headers);
        return (lap, (site.Processor - before).TotalMicroseconds / Math.Max(1, lap.Requests));
    }

    private void Paging(ColumnServer site)
    {
        using var query = new SqlitePublicQuery(Path.Combine(_data, "public.db"), TimeProvider.System);
        var filter = new PublicFilter { Kind = RecordKind.Penalty };
        var second = query.List(filter, null, PageSize).Next;
        var pages = Math.Min(40_000, query.List(filter, null, 1).Total / PageSize * 8 / 10);
        var last = query.StreamRows(filter).Skip((int)pages * PageSize).First();
        var deep = new Cursor((long)last.DecisionDate!.Value.DayNumber << PublicSchema.ArrivalBits, Backwards: false).ToString();
        double Rate(string? cursor) => Median(() => Wrk.Run(site.Address, [$"{Root}/penalties?{ListQuery.Write(filter, false, cursor, 2)}"], _lap, "Accept-Encoding: identity").Rate);
        AtMost(Text($"cost of page {pages:N0} to that of page 2"), Rate(second) / Rate(deep), 1.5);
    }

    private void Csv(ColumnServer site, double scale)
    {
        var before = site.Memory.Peak;
        var watch = Stopwatch.StartNew();
        var lines = 0L;
        using (var stream = _client.GetStreamAsync(new Uri(site.Address, Root + "/data/records.csv")).GetAwaiter().GetResult())
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0;) lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        AtMost(Text($"CSV of {lines:N0} rows in {watch.Elapsed.TotalSeconds:0.0} s: s for 200,000"), watch.Elapsed.TotalSeconds * 200_000 / lines, 1.5 / scale);
        AtMost("peak memory after it to that before", (double)site.Memory.Peak / before, 1.2);
    }

    private void AgainstRival(Lap detail, Lap list, Lap search, string[] details, string[] lists, string[] words)
    {
        using var rival = ColumnServer.Start("rival", ColumnData.Rival(_records), "/list");
        Against("detail", 5, detail, details.Select(p => "/detail/" + p[(p.LastIndexOf('/') + 1)..]));
        Against("list", 100, list, lists.Select(p => $"/list?kind={(p.Contains("/licenses", StringComparison.Ordinal) ? 1 : 2)}&" + p[(p.IndexOf('?', StringComparison.Ordinal) + 1)..]));
        Against("search", 100, search, words.Select(w => "/list?q=" + Escape(w)));

        void Against(string what, double demanded, Lap ours, IEnumerable<string> paths)
        {
            var theirs = Wrk.Run(rival.Address, [.. paths], TimeSpan.FromSeconds(Math.Max(5, _lap.TotalSeconds)));
            // None answered within the lap: at most one a lap.
            var rate = Math.Max(theirs.Rate, 1 / Math.Max(5, _lap.TotalSeconds));
            Demand(Text($"uncached {what} to Razor Pages and EF Core ({theirs.Rate:0.0}/s, median {theirs.Median:0} ms)"), ours.Rate / rate, ">=", demanded, ours.Rate >= demanded * rate);
        }
    }

    private void Import(ColumnServer site, int rows, string[] details, string[] lists, string[] searches)
    {
        var import = new ImportUnderReaders(site, _data, _folder, rows);
        var steady = import.Steady(ReaderMix.Of([Root, .. lists.Take(2)], lists, details, searches));
        if (steady.Readers.Failed > 0) Missed("readers failed during the import");
        AtMost(Text($"p99 ms of {ImportUnderReaders.PerSecond} readers a second during an import ({steady.RowsPerSecond:N0} rows/s), each from the moment it was due: median {steady.Readers.Median:0.0}, longest {steady.Readers.Longest:0} ms"), steady.Readers.P99, 50);
        var flood = import.Flood([.. details.Take(500), .. lists.Take(100), .. searches.Take(200)]);
        if (flood.Failed > 0) Missed("readers failed during the import");
        AtMost(Text($"p99 ms of {Wrk.Connections} connections at full speed ({flood.Rate:N0}/s) during an import ({flood.RowsPerSecond:N0} rows/s), median of the laps"), flood.P99, 50);
    }

    private string[] Details() => [.. Enumerable.Range(0, 4_000).Select(i => $"{Root}/records/{StoreRows.Make(Spread(i)).Id}")];

    private static string[] Lists()
    {
        var filters = Enumerable.Range(1, 300).Select(n => (n, Record: StoreRows.Make(n).Record!)).Select(r => (r.n % 4) switch
        {
            0 => new PublicFilter { Kind = r.Record.Kind, Authority = r.Record.AuthorityName },
            1 => new PublicFilter { Kind = r.Record.Kind, Category = r.Record.Category },
            2 => new PublicFilter { Kind = r.Record.Kind, Authority = r.Record.AuthorityName, Category = r.Record.Category },
            _ => new PublicFilter { Kind = r.Record.Kind, Severity = r.Record.Severity, LicenseStatus = r.Record.LicenseStatus },
        });
        return [.. filters.Select(f => $"{Root}/{(f.Kind == RecordKind.License ? "licenses" : "penalties")}?{ListQuery.Write(f, false)}").Distinct()];
    }

    private static string[] Words(int records)
    {
        var random = new Random(7);
        var words = new HashSet<string>();
        while (words.Count < 4_000)
        {
            var values = SearchText.Of(StoreRows.Make(random.Next(1, records + 1)).Record!).Split(SearchText.Separator);
            var text = values[random.Next(values.Length)];
            var length = random.Next(2, 7);
            if (text.Length >= length) words.Add(text.Substring(random.Next(text.Length - length + 1), length));
        }

        return [.. words];
    }

    private static string Search(string word) => $"{Root}/search?q={Escape(word)}";

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private int Spread(int i) => (int)((uint)i * 2_654_435_761L % _records) + 1;

    private static double Median(Func<double> lap)
    {
        double[] rates = [lap(), lap(), lap()];
        Array.Sort(rates);
        return rates[1];
    }

    private void AtMost(string what, double value, double demanded) => Demand(what, value, "<=", demanded, value <= demanded);

    private void Demand(string what, double value, string sign, double demanded, bool good)
    {
        Console.WriteLine(Text($"{(good ? "ok    " : "MISSED")} {value,9:#,0.00} {sign} {demanded,6:0.##}   {what}"));
        _good &= good;
    }

    private void Missed(string what)
    {
        Console.WriteLine("MISSED " + what);
        _good = false;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, true);
    }
}
