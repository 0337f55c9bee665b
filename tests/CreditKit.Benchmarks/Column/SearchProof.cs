using System.Collections;
using CreditKit.Publication;
using CreditKit.Publication.Search;
using CreditKit.Publication.Sqlite;

namespace CreditKit.Benchmarks.Column;

/// <summary>
/// Search is exact: for random queries of one to twelve characters and of several words, the set of hits is that of a
/// substring scan over the folded text of every record, no more and no fewer.
/// </summary>
internal static class SearchProof
{
    private static readonly int[] s_lengths = [1, 2, 3, 4, 6, 8, 12];

    /// <summary>Exit code 0: every set is equal.</summary>
    public static int Run(int rows, int queries, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-search-");
        try
        {
            var path = Path.Combine(folder.FullName, "public.db");
            using var store = new SqlitePublicStore(path, TimeProvider.System);
            var numbers = Fill(store, rows);
            using var query = new SqlitePublicQuery(path, TimeProvider.System);
            var asked = Queries(rows, queries, new Random(seed));
            var truth = Scan(rows, asked);
            long hits = 0, missing = 0, extra = 0;
            var wrong = 0;
            for (var i = 0; i < asked.Count; i++)
            {
                var found = new BitArray(rows + 1);
                foreach (var row in query.StreamRows(new PublicFilter { Text = asked[i] })) found[numbers[row.Id]] = true;
                var expected = truth[i];
                long lost = 0, more = 0;
                for (var n = 1; n <= rows; n++)
                {
                    if (expected[n]) hits++;
                    if (expected[n] && !found[n]) lost++;
                    if (!expected[n] && found[n]) more++;
                }

                missing += lost;
                extra += more;
                if (lost + more == 0) continue;
                wrong++;
                Console.WriteLine($"“{asked[i]}”: {lost} missing, {more} too many");
            }

            Console.WriteLine($"search, seed {seed}: {asked.Count - wrong} of {asked.Count} queries over {rows:N0} records give exactly the hits of a substring scan; {hits:N0} hits, {missing} missing, {extra} too many");
            return wrong == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, int> Fill(SqlitePublicStore store, int rows)
    {
        const int size = 1_000;
        var numbers = new Dictionary<string, int>(rows, StringComparer.Ordinal);
        var batch = new PreparedBatch();
        for (var at = 0; at < rows; at += size)
        {
            var changes = Enumerable.Range(at + 1, Math.Min(size, rows - at)).Select(StoreRows.Make).ToList();
            foreach (var change in changes) numbers[change.Id] = (int)change.Arrival;
            store.Apply(store.Prepare(changes, batch), at, at + changes.Count);
        }

        store.Complete("search");
        return numbers;
    }

    private static List<string> Queries(int rows, int count, Random random)
    {
        var queries = new List<string>(count);
        while (queries.Count < count)
        {
            var words = Enumerable.Range(0, random.Next(4) == 0 ? random.Next(2, 4) : 1).Select(_ => Word(rows, random)).OfType<string>().ToList();
            var text = string.Join(' ', words);
            if (words.Count > 0 && SearchQuery.Parse(text) is not null) queries.Add(text);
        }

        return queries;
    }

    // Out of the records, and now and then of nothing that is in any.
    private static string? Word(int rows, Random random)
    {
        var length = s_lengths[random.Next(s_lengths.Length)];
        if (random.Next(12) == 0) return new string([.. Enumerable.Range(0, length).Select(_ => (char)(0x4E00 + random.Next(2_500)))]);
        var values = SearchText.Of(StoreRows.Make(random.Next(1, rows + 1)).Record!).Split(SearchText.Separator, StringSplitOptions.RemoveEmptyEntries);
        var value = values[random.Next(values.Length)];
        if (value.Length < length) return null;
        var word = value.Substring(random.Next(value.Length - length + 1), length);
        return word.Contains(' ', StringComparison.Ordinal) || char.IsLowSurrogate(word[0]) || char.IsHighSurrogate(word[^1]) ? null : word;
    }

    private static BitArray[] Scan(int rows, List<string> queries)
    {
        var parsed = queries.Select(q => SearchQuery.Parse(q)!).ToArray();
        var truth = queries.Select(_ => new BitArray(rows + 1)).ToArray();
        for (var n = 1; n <= rows; n++)
        {
            var text = SearchText.Of(StoreRows.Make(n).Record!);
            for (var q = 0; q < parsed.Length; q++)
                if (parsed[q].Matches(text)) truth[q][n] = true;
        }

        return truth;
    }
}
