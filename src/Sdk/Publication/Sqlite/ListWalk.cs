namespace CreditKit.Publication.Sqlite;

/// <summary>Finds the rows of a list in the order of keys: the next ones of a window, and how many there are.</summary>
internal static class ListWalk
{
    // Measured: looking a combination up costs about as much as walking 20 rows of the narrow table.
    private const int RowsPerSeek = 20, LeastBudget = 512;

    // Statements that a connection keeps open for them.
    private const int MostWalks = 32;

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
        var hits = new List<Hit>(need is > 2_000 and < int.MaxValue ? need : Math.Min(need, 128));
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

    // The combinations side by side, each a walk that goes on only when its row was the next of all: a list of 20 from 30
    // combinations reads some 50 rows. Where there are very many, the fullest come first, and what they gave bounds the rest.
    private static List<Hit> Merge(ReaderSession session, IReadOnlyList<(int Id, Combo Combo, long Count)> passing, Window window, int need)
    {
        var best = new List<Hit>(need);
        for (var first = 0; first < passing.Count; first += MostWalks)
        {
            var found = Together(session, passing, first, Math.Min(first + MostWalks, passing.Count), window, need);
            if (best.Count == 0)
            {
                best = found;
            }
            else
            {
                best.AddRange(found);
                best.Sort(window.Newest ? static (a, b) => b.Key.CompareTo(a.Key) : static (a, b) => a.Key.CompareTo(b.Key));
            }

            if (best.Count < need) continue;
            best.RemoveRange(need, best.Count - need);
            window = window.Newest ? window with { Above = best[^1].Key } : window with { Below = best[^1].Key };
        }

        return best;
    }

    private static List<Hit> Together(ReaderSession session, IReadOnlyList<(int Id, Combo Combo, long Count)> passing, int first, int end, Window window, int need)
    {
        var hits = new List<Hit>(Math.Min(need, 128));
        var heads = new PriorityQueue<(NativeStatement Walk, Hit Hit), long>(end - first);
        try
        {
            for (var i = first; i < end; i++) Queue(session.OfCombo(window, passing[i].Id, i - first));
            while (hits.Count < need && heads.TryDequeue(out var head, out _))
            {
                hits.Add(head.Hit);
                if (hits.Count < need) Queue(head.Walk);
            }
        }
        finally
        {
            session.EndCombos(window, end - first);
        }

        return hits;

        void Queue(NativeStatement walk)
        {
            if (!walk.Step()) return;
            var hit = Hit.Read(walk);
            heads.Enqueue((walk, hit), window.Newest ? -hit.Key : hit.Key);
        }
    }
}
