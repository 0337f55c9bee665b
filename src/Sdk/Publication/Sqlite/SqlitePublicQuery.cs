using CreditKit.Desensitization;
using CreditKit.Publication.Search;

namespace CreditKit.Publication.Sqlite;

/// <summary>Questions to public.db on read-only connections of its own.</summary>
internal sealed class SqlitePublicQuery(string path, TimeProvider time, DenyList? denied = null, bool snapshot = false) : IPublicQuery, ILineQuery, IDisposable
{
    private const int LargestPage = 100, StreamPage = 500, MostLines = 16_384;
    private readonly ReaderPool _pool = new(path, snapshot);
    private readonly WordWalk _walk = new();
    private readonly Lock _gate = new();
    private volatile Frame? _frame;

    /// <inheritdoc/>
    public bool IsReady => _pool.IsReady;

    /// <inheritdoc/>
    public long Version => _pool.Version;

    /// <inheritdoc/>
    public DateTimeOffset? NextBoundary => Current.Boundary is var at and not long.MaxValue ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <inheritdoc/>
    public PublicOverview Overview() => Current.Overview;

    /// <inheritdoc/>
    public PublicPage List(PublicFilter filter, string? cursor, int size) => Ask((session, frame, now) =>
    {
        size = Math.Clamp(size, 1, LargestPage);
        var at = Cursor.Parse(cursor);
        var whole = Window.Of(filter, now);
        var window = whole.From(at);
        var plan = Plan.Of(filter);
        var hits = Hits(session, frame, plan, window, size + 1);
        var total = plan.HitsKey is null ? All(frame.Passing(filter))
            : at is null && hits.Count <= size ? Few(frame, plan, hits)
            : Total(session, frame, plan, whole);

        var more = hits.Count > size;
        if (more) hits.RemoveRange(size, hits.Count - size);
        if (!window.Newest) hits.Reverse();
        var rows = new List<PublicRow>(hits.Count);
        foreach (var hit in hits)
            if (frame[hit.Combo] is { } combo && session.Line(hit, combo) is { } row && denied?.Contains(row.Id) != true) rows.Add(row);

        string? next = null, previous = null;
        if (hits.Count > 0)
        {
            if (more || !window.Newest) next = new Cursor(hits[^1].Key, Backwards: false).ToString();
            if (window.Newest ? at is not null : more) previous = new Cursor(hits[0].Key, Backwards: true).ToString();
        }

        return new PublicPage(rows, total.Count, total.IsBound, next, previous) { NaturalPersons = total.Persons };
    });

    /// <inheritdoc/>
    public PublicFacets Facets(PublicFilter filter)
    {
        var plan = Plan.Of(filter);
        return plan.HitsKey is null
            ? Current.Remember(filter, FacetCounter.OfAll)
            : Ask((session, frame, now) => Found(session, frame, plan, Window.Of(filter, now)).Combos is { } counted
                ? FacetCounter.OfHits(frame, filter, counted)
                : frame.Remember(filter with { Text = null, DecidedFrom = null, DecidedTo = null, SubjectCode = null }, FacetCounter.OfAll) with { Exact = false });
    }

    /// <inheritdoc/>
    public PublicLookup Find(string publicId) => Session(session =>
    {
        var now = Now;
        var today = DisclosureClock.DayOf(now);
        return session.Find(publicId, now, today) is { } record && denied?.Contains(publicId) != true
            ? new PublicLookup(record, null)
            : new PublicLookup(null, session.Notice(publicId, today));
    });

    /// <inheritdoc/>
    public byte[]? AttachmentPiece(string publicId, string attachment, int page, int part) => denied?.Contains(publicId) == true ? null : Session(session =>
    {
        var now = Now;
        return session.Piece(publicId, attachment, page, part, now, DisclosureClock.DayOf(now));
    });

    /// <inheritdoc/>
    public PublicCatalogue? Catalogue() => Session(session =>
    {
        using var statement = session.Connection.PrepareOnce("SELECT value FROM meta WHERE name = ?1");
        statement.Bind(1, "document:" + CatalogueProjector.Name);
        return CatalogueProjector.Read(statement.Step() ? statement.Text(0) : null);
    });

    /// <inheritdoc/>
    public IReadOnlyList<WithdrawalNotice> Notices(int limit) => Session(session =>
    {
        using var statement = session.Connection.PrepareOnce("SELECT id, number, authority, at, reason FROM notice WHERE ends > ?1 ORDER BY at DESC, id LIMIT ?2");
        statement.Bind(1, DisclosureClock.DayOf(Now)).Bind(2, limit);
        var notices = new List<WithdrawalNotice>();
        while (statement.Step())
            notices.Add(new WithdrawalNotice(statement.Text(0), statement.Text(1), statement.Text(2), DateTimeOffset.FromUnixTimeMilliseconds(statement.Int64(3)), statement.Text(4)));
        return notices;
    });

    /// <inheritdoc/>
    public bool IsCursor(string cursor) => Cursor.Parse(cursor) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<StatisticCell> Statistics() => Ask((session, frame, now) => frame.Statistics ??= StatisticsReader.Read(session, frame, now));

    /// <inheritdoc/>
    public PublicIncrement Changes(string? since, int limit)
    {
        var increment = Ask((session, _, now) => IncrementReader.Read(session, since, Math.Clamp(limit, 1, 10_000), now));
        return denied is null ? increment : increment with { Records = [.. increment.Records.Where(r => !denied.Contains(r.Id))] };
    }

    /// <inheritdoc/>
    public IEnumerable<PublicRecord> Stream(PublicFilter filter) => Walk(filter, static (session, _, hit) => session.Body(hit.Key), static r => r.Id);

    /// <inheritdoc/>
    public IEnumerable<PublicRow> StreamRows(PublicFilter filter) => Walk(filter, static (session, combo, hit) => session.Line(hit, combo), static r => r.Id);

    /// <inheritdoc/>
    public IEnumerable<PublicLines> StreamLines(PublicFilter filter)
    {
        var plan = Plan.Of(filter);
        var lines = new PublicLines();
        Cursor? at = null;
        for (var size = StreamPage; ;)
        {
            var place = at;
            var end = Ask((session, frame, now) =>
            {
                var hits = Hits(session, frame, plan, Window.Of(filter, now).From(place), size);
                var key = hits.Count < size ? (long?)null : hits[^1].Key;
                // Those shut out are few and seldom; who they are says the line.
                if (denied is { IsEmpty: false }) hits.RemoveAll(h => frame[h.Combo] is { } combo && session.Line(h, combo) is { } row && denied.Contains(row.Id));
                lines.Fill(session, frame, hits);
                return key;
            });
            yield return lines;
            if (lines.IsThrough && end is null) yield break;
            if ((lines.IsThrough ? end : lines.Last) is { } key) at = new Cursor(key, Backwards: false);
            if (lines.IsThrough)
            {
                size = Math.Min(size * 4, MostLines);
            }
            else
            {
                // A slow client: many of them must not each keep a large stretch.
                size = Math.Max(size / 4, StreamPage);
                lines = new PublicLines();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    // A page at a time, so that a slow client holds no snapshot and memory stays flat.
    private IEnumerable<T> Walk<T>(PublicFilter filter, Func<ReaderSession, Combo, Hit, T?> read, Func<T, string> id) where T : class
    {
        var plan = Plan.Of(filter);
        Cursor? at = null;
        while (true)
        {
            var (place, readAt) = (at, Environment.TickCount64);
            var (rows, last) = Ask((session, frame, now) =>
            {
                var hits = Hits(session, frame, plan, Window.Of(filter, now).From(place), StreamPage);
                var page = new List<(long Key, T Row)>(hits.Count);
                foreach (var hit in hits)
                    if (frame[hit.Combo] is { } combo && read(session, combo, hit) is { } row) page.Add((hit.Key, row));
                return (page, hits.Count < StreamPage ? (long?)null : hits[^1].Key);
            });
            for (var i = 0; i < rows.Count; i++)
            {
                // Who reads slowly gets the rest of the page anew: some of it may have been withdrawn meanwhile.
                if (i > 0 && Environment.TickCount64 - readAt > PublicLines.LongestHeld)
                {
                    last = rows[i - 1].Key;
                    break;
                }

                if (denied?.Contains(id(rows[i].Row)) != true) yield return rows[i].Row;
            }

            if (last is not { } key) yield break;
            at = new Cursor(key, Backwards: false);
        }
    }

    // All of them are on the page: that is their number, and what stands beside the filters need not look for them again.
    private static SearchTotal Few(Frame frame, Plan plan, List<Hit> hits)
    {
        if (!plan.HasFacets) frame.Remember(plan.HitsKey!, () => FoundHits.Of(hits));
        return new SearchTotal(hits.Count, false) { Persons = hits.LongCount(h => frame[h.Combo] is { Person: true }) };
    }

    private static SearchTotal All(PassingCombos passing) => new(passing.Count, false) { Persons = passing.Persons };

    // One walk over the hits of the words tells the total and the counts beside every filter.
    private FoundHits Found(ReaderSession session, Frame frame, Plan plan, Window whole) => frame.Remember(plan.HitsKey!, () =>
    {
        var bare = plan.Bare;
        if (Rare(session, bare, whole, null, SearchTotal.Bound + 1) is { } hits) return FoundHits.Of(hits);
        return bare is { Match: { } match, Filter.SubjectCode: null } && frame.NothingHidden && session.CountWords(whole, match, nothingHidden: true, SearchTotal.Bound + 1) > SearchTotal.Bound
            ? FoundHits.TooMany
            : FoundHits.Of(Hits(session, frame, bare, whole, SearchTotal.Bound + 1));
    });

    // Hits by a rare part of the words; null where there is none.
    private List<Hit>? Rare(ReaderSession session, Plan plan, Window window, HashSet<int>? pass, int need) =>
        plan.Words is { } words && _walk.Rarest(session, words) is { } part ? _walk.Hits(session, part, words, window, pass, plan.Filter.SubjectCode, need) : null;

    private SearchTotal Total(ReaderSession session, Frame frame, Plan plan, Window whole)
    {
        var found = Found(session, frame, plan, whole);
        if (found.Combos is not null)
        {
            var pass = plan.HasFacets ? frame.Passing(plan.Filter).Ids : null;
            return new SearchTotal(found.Among(id => pass is null || pass.Contains(id)), false) { Persons = found.Among(id => (pass is null || pass.Contains(id)) && frame[id] is { Person: true }) };
        }

        if (!plan.HasFacets) return found.Total;
        return frame.Remember(plan.WholeKey, () => new FoundHits(SearchTotal.Of(plan is { Match: { } match, Filter.SubjectCode: null }
            ? session.CountWords(whole, match, frame.NothingHidden, SearchTotal.Bound + 1)
            : Hits(session, frame, plan, whole, SearchTotal.Bound + 1).Count), null)).Total;
    }

    private List<Hit> Hits(ReaderSession session, Frame frame, Plan plan, Window window, int need)
    {
        if (plan.Match is { } match)
        {
            var pass = plan.HasFacets ? frame.Passing(plan.Filter).Ids : null;
            if (pass is { Count: 0 }) return [];
            if (Rare(session, plan, window, pass, need) is { } rare) return rare;
            if (plan.Filter.SubjectCode is not { } code) return ListWalk.Take(session.OfWords(window, match), need, pass, int.MaxValue, out _);
            return [.. ListWalk.Take(session.OfWords(window, match), int.MaxValue, pass, int.MaxValue, out _).Where(h => session.IsSubject(code, h.Key)).Take(need)];
        }

        if (plan.Filter.SubjectCode is { } subject)
            return ListWalk.Take(session.OfSubject(window, subject), need, plan.HasFacets ? frame.Passing(plan.Filter).Ids : null, int.MaxValue, out _);
        return ListWalk.ByFacets(session, frame, plan.Filter, window, need);
    }

    private T Session<T>(Func<ReaderSession, T> ask)
    {
        var session = _pool.Rent();
        var sound = false;
        try
        {
            var answer = ask(session);
            sound = true;
            return answer;
        }
        finally
        {
            _pool.Return(session, sound);
        }
    }

    // One state for all questions of an answer: the frame is read in the same transaction when it has changed.
    private T Ask<T>(Func<ReaderSession, Frame, long, T> ask) => Session(session =>
    {
        var now = Now;
        session.Begin();
        try
        {
            return ask(session, FrameAt(session, now), now);
        }
        finally
        {
            session.End();
        }
    });

    // What the frame alone answers needs no connection while nothing has changed.
    private Frame Current => _frame is { } frame && frame.Holds(_pool.Version, Now) ? frame : Ask((_, fresh, _) => fresh);

    private Frame FrameAt(ReaderSession session, long now)
    {
        var version = _pool.Version;
        // Another file stands in the place of the one this connection is on: its frame is its own.
        if (!_pool.IsOf(session)) return Frame.Read(session.Connection, version, now);
        if (_frame is { } frame && frame.Holds(version, now)) return frame;
        lock (_gate)
        {
            if (_frame is { } other && other.Holds(version, now)) return other;
            var fresh = Frame.Read(session.Connection, version, now);
            // A commit between the two would have left a frame that is older than its version.
            if (version % 2 == 0 && _pool.Version == version && _pool.IsOf(session)) _frame = fresh;
            return fresh;
        }
    }
}
