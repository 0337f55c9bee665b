using System.Diagnostics;
using System.Globalization;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Publication.Search;
using CreditKit.Publication.Sqlite;

namespace CreditKit.Benchmarks.Column;

/// <summary>
/// Search is exact: for random queries of one to twelve characters and of several words, the set of hits is that of a
/// substring scan over the folded text of every record, no more and no fewer. The store is a rebuilt one on which a day of
/// corrections, withdrawals and new decisions was applied, as in an agency.
/// </summary>
internal static class SearchProof
{
    private const int Block = 64;
    private static readonly int[] s_lengths = [1, 2, 3, 4, 6, 8, 12];

    /// <summary>Exit code 0: every set is equal.</summary>
    public static int Run(int rows, int queries, int seed)
    {
        var watch = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("creditkit-search-");
        try
        {
            ColumnData.Copy(ColumnData.Public(rows), folder.FullName);
            var path = Path.Combine(folder.FullName, "public.db");
            var day = new SearchProofDay(rows);
            using (var store = new SqlitePublicStore(path, TimeProvider.System))
            {
                day.Apply(store);
                store.Complete("search");
            }

            Say(watch, $"{rows:N0} records, then {day.Corrected:N0} corrections, {day.Withdrawn:N0} withdrawals, {day.Added:N0} new");

            var asked = Queries(day, queries, new Random(seed));
            var truth = Scan(day, asked);
            Say(watch, $"substring scan of {day.Last:N0} folded texts for {asked.Count} queries");

            using var query = new SqlitePublicQuery(path, TimeProvider.System);
            return Compare(query, asked, truth, day.Last, seed, watch);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Compare(SqlitePublicQuery query, List<string> asked, ulong[][] truth, int last, int seed, Stopwatch watch)
    {
        long hits = 0, missing = 0, extra = 0;
        var (wrong, done) = (0, 0);
        var gate = new Lock();
        Parallel.For(0, asked.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var found = new ulong[truth[i].Length];
            var (count, twice) = (0L, 0L);
            foreach (var row in query.StreamRows(new PublicFilter { Text = asked[i] }))
            {
                var n = SearchProofDay.NumberOf(row.Id);
                ref var bits = ref found[n / Block];
                if ((bits & (1UL << n)) != 0) twice++;
                bits |= 1UL << n;
                count++;
            }

            long lost = 0, more = twice;
            for (var b = 0; b < found.Length; b++)
            {
                lost += long.PopCount((long)(truth[i][b] & ~found[b]));
                more += long.PopCount((long)(found[b] & ~truth[i][b]));
            }

            lock (gate)
            {
                hits += count;
                missing += lost;
                extra += more;
                if (lost + more > 0)
                {
                    wrong++;
                    Console.WriteLine($"“{asked[i]}”: {lost} missing, {more} too many");
                }

                if (++done % 50 == 0) Say(watch, $"{done} of {asked.Count} queries, {hits:N0} hits, {wrong} wrong");
            }
        });

        foreach (var group in asked.GroupBy(a => a.Contains(' ', StringComparison.Ordinal) ? 0 : a.EnumerateRunes().Count()).OrderBy(g => g.Key))
            Console.WriteLine(group.Key == 0 ? $"  several words: {group.Count()} queries" : $"  {group.Key} characters: {group.Count()} queries");
        Console.WriteLine($"search, seed {seed}: {asked.Count - wrong} of {asked.Count} queries over {last:N0} records give exactly the hits of a substring scan; {hits:N0} hits, {missing} missing, {extra} too many");
        return wrong == 0 ? 0 : 1;
    }

    private static List<string> Queries(SearchProofDay day, int count, Random random)
    {
        var queries = new List<string>(count);
        while (queries.Count < count)
        {
            var words = Enumerable.Range(0, random.Next(4) == 0 ? random.Next(2, 4) : 1).Select(_ => Word(day, random)).OfType<string>().ToList();
            var text = string.Join(' ', words);
            if (words.Count > 0 && SearchQuery.Parse(text) is not null) queries.Add(text);
        }

        return queries;
    }

    // Out of the records, those that were corrected or withdrawn included, and now and then of nothing that is in any.
    private static string? Word(SearchProofDay day, Random random)
    {
        var length = s_lengths[random.Next(s_lengths.Length)];
        if (random.Next(12) == 0) return new string([.. Enumerable.Range(0, length).Select(_ => (char)(0x4E00 + random.Next(2_500)))]);
        var values = SearchText.Of(StoreRows.Make(random.Next(1, day.Last + 1)).Record!).Split(SearchText.Separator, StringSplitOptions.RemoveEmptyEntries);
        var value = values[random.Next(values.Length)];
        if (value.Length < length) return null;
        var word = value.Substring(random.Next(value.Length - length + 1), length);
        return word.Contains(' ', StringComparison.Ordinal) || char.IsLowSurrogate(word[0]) || char.IsHighSurrogate(word[^1]) ? null : word;
    }

    // Each text is folded once and asked for every query; a block of records is one word of every set, so threads share none.
    private static ulong[][] Scan(SearchProofDay day, List<string> queries)
    {
        var parsed = queries.Select(q => SearchQuery.Parse(q)!).ToArray();
        var truth = queries.Select(_ => new ulong[(day.Last / Block) + 1]).ToArray();
        Parallel.For(0, (day.Last / Block) + 1, block =>
        {
            for (var n = Math.Max(1, block * Block); n <= Math.Min(day.Last, (block * Block) + Block - 1); n++)
            {
                if (day.Shown(n) is not { } record) continue;
                var text = SearchText.Of(record);
                for (var q = 0; q < parsed.Length; q++)
                    if (parsed[q].Matches(text)) truth[q][block] |= 1UL << n;
            }
        });
        return truth;
    }

    private static void Say(Stopwatch watch, string what) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {watch.Elapsed.TotalSeconds,6:N1} s  {what}"));
}
