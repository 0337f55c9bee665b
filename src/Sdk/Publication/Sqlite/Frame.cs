using System.Collections.Concurrent;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// What is known of public.db between two changes and two midnights: the combinations with the exact number of their
/// visible records, and the next moment at which that changes by itself.
/// </summary>
internal sealed class Frame
{
    private const int MostSearches = 20_000, MostFilters = 1_000, MostCounts = 2_000_000;
    private readonly ConcurrentDictionary<string, FoundHits> _searches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PublicFilter, PassingCombos> _passing = new();
    private readonly ConcurrentDictionary<PublicFilter, PublicFacets> _facets = new();
    private readonly Combo?[] _combos;
    private readonly long[] _visible;
    private int _kept, _keptCounts;

    private Frame(Combo?[] combos, long[] visible) => (_combos, _visible) = (combos, visible);

    /// <summary>The signal it was read under; odd when a commit was under way.</summary>
    public required long Version { get; init; }

    /// <summary>First moment it holds for, Unix milliseconds.</summary>
    public required long From { get; init; }

    /// <summary>The next moment at which a period starts or ends; <see cref="long.MaxValue"/> when none is known.</summary>
    public required long Boundary { get; init; }

    /// <summary>All visible records.</summary>
    public required long Total { get; init; }

    /// <summary>No row of public.db is hidden: nothing waits for its day, nothing that ended waits to be swept.</summary>
    public required bool NothingHidden { get; init; }

    /// <summary>The figures of the front page.</summary>
    public required PublicOverview Overview { get; init; }

    /// <summary>The cells of the statistics, once somebody asked for them: they take a walk over all records.</summary>
    public IReadOnlyList<StatisticCell>? Statistics { get; set; }

    /// <summary>Whether it may answer for this version and moment.</summary>
    public bool Holds(long version, long now) => version == Version && version % 2 == 0 && now >= From && now < Boundary;

    /// <summary>The combination with a number; null when it came after this frame.</summary>
    public Combo? this[int id] => id < _combos.Length ? _combos[id] : null;

    /// <summary>Combinations with visible records that pass a filter.</summary>
    public PassingCombos Passing(PublicFilter filter)
    {
        // There are far fewer questions about facets than visitors who ask them.
        var facets = filter with { Text = null, DecidedFrom = null, DecidedTo = null, SubjectCode = null };
        if (_passing.TryGetValue(facets, out var known)) return known;
        var passing = new List<(int Id, Combo Combo, long Count)>();
        for (var id = 1; id < _combos.Length; id++)
            if (_visible[id] > 0 && _combos[id]!.Passes(facets)) passing.Add((id, _combos[id]!, _visible[id]));
        passing.Sort(static (a, b) => b.Count.CompareTo(a.Count));
        known = new PassingCombos(passing);
        if (_passing.Count < MostFilters) _passing[facets] = known;
        return known;
    }

    /// <summary>Number of visible records that pass the facets of a filter.</summary>
    public long Count(PublicFilter filter) => Passing(filter).Count;

    /// <summary>Counts beside the filters that were made before under this frame, or are made now. Only for filters without words, dates and subject.</summary>
    public PublicFacets Remember(PublicFilter filter, Func<Frame, PublicFilter, PublicFacets> count)
    {
        if (_facets.TryGetValue(filter, out var facets)) return facets;
        facets = count(this, filter);
        if (_facets.Count < MostFilters) _facets[filter] = facets = facets with { Derived = new() };
        return facets;
    }

    /// <summary>Hits that were counted before under this frame, or are counted now.</summary>
    public FoundHits Remember(string key, Func<FoundHits> count)
    {
        if (_searches.TryGetValue(key, out var found)) return found;
        found = count();
        // Bounded by number and by memory; a frame lives until the data change.
        if (Interlocked.Increment(ref _kept) <= MostSearches && Interlocked.Add(ref _keptCounts, found.Combos?.Length ?? 0) <= MostCounts) _searches[key] = found;
        return found;
    }

    /// <summary>Reads a frame on a session that stands in a transaction.</summary>
    public static Frame Read(NativeConnection connection, long version, long now)
    {
        var today = DisclosureClock.DayOf(now);
        var size = (int)connection.Number("SELECT COALESCE(MAX(id), 0) FROM combo") + 1;
        var combos = new Combo?[size];
        var visible = new long[size];
        using (var all = connection.PrepareOnce("SELECT id, live, kind, authority, category, severity, subject, status, timing FROM combo"))
            while (all.Step())
            {
                combos[all.Int32(0)] = KeptCounts.Read(all, 2);
                visible[all.Int32(0)] = all.Int64(1);
            }

        Correct(connection, visible, today, now);
        long total = 0, licenses = 0, acts = 0, due = 0, late = 0;
        for (var id = 1; id < size; id++)
        {
            if (combos[id] is not { } combo) continue;
            total += visible[id];
            if (combo.Kind == Records.RecordKind.License) licenses += visible[id];
            else if (combo.Kind == Records.RecordKind.Act) acts += visible[id];
            if (combo.Timing != Timing.None) due += visible[id];
            if (combo.Timing == Timing.Late) late += visible[id];
        }

        var newest = One(connection, "SELECT published FROM item WHERE appears <= ?1 AND ends > ?2 ORDER BY appears DESC LIMIT 1", now, today);
        return new Frame(combos, visible)
        {
            Version = version,
            From = now,
            Boundary = NextBoundary(connection, today, now),
            Total = total,
            NothingHidden = One(connection, "SELECT 1 FROM tally WHERE ends <= ?1 AND n > 0 LIMIT 1", today) is null && One(connection, "SELECT 1 FROM item WHERE appears > ?1 LIMIT 1", now) is null,
            Overview = new PublicOverview(licenses, total - licenses - acts, Added(connection, today, now), due == 0 ? null : (double)(due - late) / due,
                newest is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null) { Acts = acts },
        };
    }

    // live counts what ends after live_day: the days between then and now are corrected, and what has not appeared yet.
    private static void Correct(NativeConnection connection, long[] visible, int today, long now)
    {
        var liveDay = (int)connection.Number("SELECT value FROM meta WHERE name = 'live_day'");
        if (today != liveDay)
        {
            var sign = today > liveDay ? -1 : +1;
            using var between = connection.PrepareOnce("SELECT combo, SUM(n) FROM tally WHERE ends > ?1 AND ends <= ?2 GROUP BY combo");
            between.Bind(1, Math.Min(today, liveDay)).Bind(2, Math.Max(today, liveDay));
            while (between.Step()) visible[between.Int32(0)] += sign * between.Int64(1);
        }

        // By the index of appearance: left to itself SQLite walks the whole table in the order of the groups, and that at every change.
        using var waiting = connection.PrepareOnce("SELECT combo, COUNT(*) FROM item INDEXED BY item_appears WHERE appears > ?1 AND ends > ?2 GROUP BY combo");
        waiting.Bind(1, now).Bind(2, today);
        while (waiting.Step()) visible[waiting.Int32(0)] -= waiting.Int64(1);
    }

    private static long NextBoundary(NativeConnection connection, int today, long now)
    {
        var start = One(connection, "SELECT MIN(appears) FROM item WHERE appears > ?1", now) ?? long.MaxValue;
        var end = One(connection, "SELECT MIN(ends) FROM tally WHERE ends > ?1 AND ends < 2147483647 AND n > 0", today) is { } day ? DisclosureClock.StartOf((int)day) : long.MaxValue;
        // The month's count of new records starts again with the month.
        var date = DateOnly.FromDayNumber(today);
        var month = DisclosureClock.StartOf(new DateOnly(date.Year, date.Month, 1).AddMonths(1).DayNumber);
        return Math.Min(Math.Min(start, end), month);
    }

    private static long Added(NativeConnection connection, int today, long now)
    {
        var month = DisclosureClock.MonthOf(today);
        var date = DateOnly.FromDayNumber(today);
        var start = DisclosureClock.StartOf(new DateOnly(date.Year, date.Month, 1).DayNumber);
        var end = DisclosureClock.StartOf(new DateOnly(date.Year, date.Month, 1).AddMonths(1).DayNumber);
        var added = One(connection, "SELECT SUM(n) FROM added WHERE month = ?1 AND ends > ?2", month, today) ?? 0;
        var waiting = One(connection, "SELECT COUNT(*) FROM item JOIN combo ON combo.id = item.combo WHERE combo.timing <> 0 AND appears > ?1 AND ends > ?2 AND published >= ?3 AND published < ?4", now, today, start, end) ?? 0;
        return added - waiting;
    }

    private static long? One(NativeConnection connection, string sql, params ReadOnlySpan<long> values)
    {
        using var statement = connection.PrepareOnce(sql);
        for (var i = 0; i < values.Length; i++) statement.Bind(i + 1, values[i]);
        return statement.Step() && !statement.IsNull(0) ? statement.Int64(0) : null;
    }
}
