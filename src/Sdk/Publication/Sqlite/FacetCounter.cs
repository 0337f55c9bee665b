using System.Runtime.InteropServices;
using CreditKit.Records;

namespace CreditKit.Publication.Sqlite;

/// <summary>Counts beside the filters: each group as if its own filter were not set.</summary>
internal static class FacetCounter
{
    /// <summary>Counts from the frame alone.</summary>
    public static PublicFacets OfAll(Frame frame, PublicFilter filter) => Make([.. frame.Passing(new()).Combos.Select(c => (c.Combo, c.Count))], filter);

    /// <summary>Counts of the hits of words, dates or a subject.</summary>
    public static PublicFacets OfHits(Frame frame, PublicFilter filter, (int Combo, int Count)[] hits)
    {
        var counted = new List<(Combo, long)>(hits.Length);
        foreach (var (id, count) in hits)
            if (frame[id] is { } combo) counted.Add((combo, count));
        return Make(counted, filter);
    }

    private static PublicFacets Make(List<(Combo Combo, long Count)> counted, PublicFilter filter)
    {
        return new PublicFacets(
            Group(filter with { Authority = null }, static c => c.Authority),
            Group(filter with { Category = null }, static c => c.Category),
            Group(filter with { Severity = null }, static c => c.Severity?.ToString() ?? ""))
        {
            CounterpartKinds = Group(filter with { CounterpartKind = null }, static c => c.Subject == CounterpartKind.Unknown ? "" : c.Subject.ToString()),
            LicenseStatuses = Group(filter with { LicenseStatus = null }, static c => c.Status?.ToString() ?? ""),
        };

        List<FacetCount> Group(PublicFilter others, Func<Combo, string> value)
        {
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var (combo, count) in counted)
                if (combo.Passes(others) && value(combo) is { Length: > 0 } text) CollectionsMarshal.GetValueRefOrAddDefault(counts, text, out _) += count;
            var facets = new List<FacetCount>(counts.Count);
            foreach (var (text, count) in counts) facets.Add(new FacetCount(text, count));
            facets.Sort(static (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Value, b.Value));
            return facets;
        }
    }
}
