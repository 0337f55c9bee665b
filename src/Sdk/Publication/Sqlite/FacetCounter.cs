using CreditKit.Records;

namespace CreditKit.Publication.Sqlite;

/// <summary>Counts beside the filters: each group as if its own filter were not set.</summary>
internal static class FacetCounter
{
    /// <summary>Counts from the frame; from the hits where words, dates or a subject narrow the list and the hits can be counted.</summary>
    public static PublicFacets Count(Frame frame, PublicFilter filter, Func<List<Hit>> hits)
    {
        var narrowed = !string.IsNullOrWhiteSpace(filter.Text) || filter.DecidedFrom is not null || filter.DecidedTo is not null || filter.SubjectCode is not null;
        return narrowed ? Make(frame, filter, hits) : frame.Remember(filter, () => Make(frame, filter, hits));
    }

    private static PublicFacets Make(Frame frame, PublicFilter filter, Func<List<Hit>> hits)
    {
        var exact = true;
        Dictionary<int, long>? counted = null;
        if (!string.IsNullOrWhiteSpace(filter.Text) || filter.DecidedFrom is not null || filter.DecidedTo is not null || filter.SubjectCode is not null)
        {
            var found = hits();
            exact = found.Count <= SearchTotal.Bound;
            if (exact) counted = found.CountBy(h => h.Combo).ToDictionary(p => p.Key, p => (long)p.Value);
        }

        return new PublicFacets(
            Group(filter with { Authority = null }, c => c.Authority),
            Group(filter with { Category = null }, c => c.Category),
            Group(filter with { Severity = null }, c => c.Severity?.ToString() ?? ""))
        {
            CounterpartKinds = Group(filter with { CounterpartKind = null }, c => c.Subject == CounterpartKind.Unknown ? "" : c.Subject.ToString()),
            LicenseStatuses = Group(filter with { LicenseStatus = null }, c => c.Status?.ToString() ?? ""),
            Exact = exact,
        };

        List<FacetCount> Group(PublicFilter others, Func<Combo, string> value)
        {
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var (id, combo, count) in frame.Passing(others).Combos)
                if (value(combo) is { Length: > 0 } text && (counted is null ? count : counted.GetValueOrDefault(id)) is var n && n > 0)
                    counts[text] = counts.GetValueOrDefault(text) + n;
            return [.. counts.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => new FacetCount(p.Key, p.Value))];
        }
    }
}
