using System.Runtime.InteropServices;

namespace CreditKit.Publication.Sqlite;

/// <summary>What is known of the hits of words, dates or a subject, whatever the other filters say.</summary>
/// <param name="Total">How many.</param>
/// <param name="Combos">How many of each combination; null where there are more than can be counted.</param>
internal sealed record FoundHits(SearchTotal Total, (int Combo, int Count)[]? Combos)
{
    /// <summary>More than can be counted.</summary>
    public static FoundHits TooMany { get; } = new(new SearchTotal(SearchTotal.Bound, true), null);

    /// <summary>All hits, at least as many as are counted.</summary>
    public static FoundHits Of(List<Hit> hits)
    {
        if (hits.Count > SearchTotal.Bound) return TooMany;
        var counts = new Dictionary<int, int>();
        foreach (var hit in hits) CollectionsMarshal.GetValueRefOrAddDefault(counts, hit.Combo, out _)++;
        var combos = new (int, int)[counts.Count];
        var n = 0;
        foreach (var (combo, count) in counts) combos[n++] = (combo, count);
        return new(new SearchTotal(hits.Count, false), combos);
    }

    /// <summary>How many are of certain combinations; only where they are counted.</summary>
    public long Among(Func<int, bool> passing)
    {
        var sum = 0L;
        foreach (var (combo, count) in Combos!)
            if (passing(combo)) sum += count;
        return sum;
    }
}
