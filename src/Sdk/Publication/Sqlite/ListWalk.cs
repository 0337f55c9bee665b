namespace CreditKit.Publication.Sqlite;

/// <summary>Finds the rows of a list in the order of keys: the next ones of a window, and how many there are.</summary>
internal static class ListWalk
{
    // Measured: looking a combination up costs about as much as walking 20 rows of the narrow table.
    private const int RowsPerSeek = 20, LeastBudget = 512;

    /// <summary>The next hits that pass the facets of a filter, without words or subject; at most <paramref name="need"/>.</summary>
    public static List<Hit> ByFacets(ReaderSession session, Frame frame, PublicFilter filter, Window window, int need)
    {
        var passing = frame.Passing(filter);
        var count = passing.Count;
        if (count == frame.Total) return Take(session.All(window), need, null, int.MaxValue, out _);
        if (count == 0) return [];
        var expected = need * frame.Total / count;
        if (expected <= (long)passing.Combos.Count * RowsPerSeek)
        {
            // Rows that pass may lie together far away; then the walk gives up and the combinations are asked.
            var hits = Take(session.All(window), need, passing.Ids, (int)Math.Max(LeastBudget, 4 * expected), out var gaveUp);
            if (!gaveUp) return hits;
        }

        return Merge(session, passing.Combos, window, need);
    }

    /// <summary>Rows of a walk that pass, at most <paramref name="need"/>; gives up after looking at <paramref name="budget"/>.</summary>
    public static List<Hit> Take(NativeStatement walk, int need, HashSet<int>? pass, int budget, out bool gaveUp)
    {
        var hits = new List<Hit>(Math.Min(need, 128));
        gaveUp = false;
        try
        {
            while (walk.Step())
            {
                var hit = Hit.Read(walk);
                if (pass is null || pass.Contains(hit.Combo))
                {
                    hits.Add(hit);
                    if (hits.Count == need) break;
                }

                if (--budget > 0) continue;
                gaveUp = true;
                break;
            }
        }
        finally
        {
            walk.Reset();
        }

        return hits;
    }

    // Each combination in turn, the fullest first; what has been found bounds what the next need look at.
    private static List<Hit> Merge(ReaderSession session, IReadOnlyList<(int Id, Combo Combo, long Count)> passing, Window window, int need)
    {
        var best = new List<Hit>(need * 2);
        foreach (var (id, _, _) in passing)
        {
            var found = Take(session.OfCombo(window, id), need, null, int.MaxValue, out _);
            if (found.Count == 0) continue;
            best.AddRange(found);
            best.Sort(window.Newest ? static (a, b) => b.Key.CompareTo(a.Key) : static (a, b) => a.Key.CompareTo(b.Key));
            if (best.Count < need) continue;
            best.RemoveRange(need, best.Count - need);
            window = window.Newest ? window with { Above = best[^1].Key } : window with { Below = best[^1].Key };
        }

        return best;
    }
}
