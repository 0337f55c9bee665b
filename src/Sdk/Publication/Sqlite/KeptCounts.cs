using CreditKit.Records;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// The writing side of the counts that lists show. Differences are gathered during a transaction and written at its end.
/// <c>live</c> of a combination counts the records that end after <c>live_day</c>; readers correct it for the days since.
/// </summary>
internal sealed class KeptCounts(NativeConnection connection)
{
    // Beside the category of the counterpart: shown as a natural person's.
    private const int PersonBit = 8;
    private readonly Dictionary<Combo, int> _ids = [];
    private readonly Dictionary<int, long> _live = [];
    private readonly Dictionary<(int Ends, int Combo), long> _tally = [];
    private readonly Dictionary<(int Month, int Ends), long> _added = [];
    private readonly NativeStatement _find = connection.Prepare("SELECT id FROM combo WHERE kind = ?1 AND authority = ?2 AND category = ?3 AND severity = ?4 AND subject = ?5 AND status = ?6 AND timing = ?7");
    private readonly NativeStatement _insert = connection.Prepare("INSERT INTO combo (kind, authority, category, severity, subject, status, timing) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id");
    private readonly NativeStatement _addLive = connection.Prepare("UPDATE combo SET live = live + ?2 WHERE id = ?1");
    private readonly NativeStatement _addTally = connection.Prepare("INSERT INTO tally VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET n = n + ?3");
    private readonly NativeStatement _addAdded = connection.Prepare("INSERT INTO added VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET n = n + ?3");
    private readonly NativeStatement _ended = connection.Prepare("UPDATE combo SET live = live - e.n FROM (SELECT combo, SUM(n) AS n FROM tally WHERE ends > ?1 AND ends <= ?2 GROUP BY combo) AS e WHERE combo.id = e.combo");
    private readonly NativeStatement _day = connection.Prepare("INSERT INTO meta VALUES ('live_day', ?1) ON CONFLICT DO UPDATE SET value = ?1");
    private int _liveDay;

    /// <summary>Starts a transaction: brings the live counts to today.</summary>
    public void Begin(int today)
    {
        Forget();
        _liveDay = (int)connection.Number("SELECT value FROM meta WHERE name = 'live_day'");
        if (_liveDay == 0) _day.Bind(1, _liveDay = today).Run();
        if (today <= _liveDay) return;
        _ended.Bind(1, _liveDay).Bind(2, today).Run();
        _day.Bind(1, _liveDay = today).Run();
    }

    /// <summary>Number of a combination.</summary>
    public int IdOf(Combo combo)
    {
        if (_ids.TryGetValue(combo, out var id)) return id;
        Bind(_find, combo);
        if (_find.Step())
        {
            id = _find.Int32(0);
            _find.Reset();
        }
        else
        {
            Bind(_insert, combo);
            _insert.Step();
            id = _insert.Int32(0);
            _insert.Reset();
        }

        return _ids[combo] = id;
    }

    /// <summary>A record comes (+1) or goes (-1).</summary>
    /// <param name="combo">Number of its combination.</param>
    /// <param name="ends">Day on which it ends.</param>
    /// <param name="published">When it was first published.</param>
    /// <param name="current">Its publication had a deadline here: what is loaded from former years is not new this month.</param>
    /// <param name="n">+1 or -1.</param>
    public void Add(int combo, int ends, long published, bool current, int n)
    {
        if (ends > _liveDay) Bump(_live, combo, n);
        Bump(_tally, (ends, combo), n);
        if (current) Bump(_added, (DisclosureClock.MonthOf(DisclosureClock.DayOf(published)), ends), n);
    }

    /// <summary>Writes the differences of the transaction.</summary>
    public void Write()
    {
        foreach (var (combo, n) in _live)
            if (n != 0) _addLive.Bind(1, combo).Bind(2, n).Run();
        foreach (var ((ends, combo), n) in _tally)
            if (n != 0) _addTally.Bind(1, ends).Bind(2, combo).Bind(3, n).Run();
        foreach (var ((month, ends), n) in _added)
            if (n != 0) _addAdded.Bind(1, month).Bind(2, ends).Bind(3, n).Run();
        Clear();
    }

    /// <summary>After a rollback nothing remembered may stand: combinations may be gone again.</summary>
    public void Forget()
    {
        Clear();
        _ids.Clear();
    }

    private void Clear()
    {
        _live.Clear();
        _tally.Clear();
        _added.Clear();
    }

    private static void Bump<TKey>(Dictionary<TKey, long> counts, TKey key, long n) where TKey : notnull =>
        counts[key] = counts.GetValueOrDefault(key) + n;

    private static void Bind(NativeStatement statement, Combo combo) =>
        statement.Bind(1, (int)combo.Kind).Bind(2, combo.Authority).Bind(3, combo.Category).Bind(4, (int)(combo.Severity ?? 0))
            .Bind(5, (int)combo.Subject | (combo.Person ? PersonBit : 0)).Bind(6, (int)(combo.Status ?? 0)).Bind(7, (int)combo.Timing);

    /// <summary>Reads a combination whose columns start at <paramref name="first"/>.</summary>
    public static Combo Read(NativeStatement statement, int first) => new(
        (RecordKind)statement.Int32(first), statement.Text(first + 1), statement.Text(first + 2),
        statement.Int32(first + 3) is var severity && severity == 0 ? null : (Severity)severity,
        (CounterpartKind)(statement.Int32(first + 4) & ~PersonBit),
        statement.Int32(first + 5) is var status && status == 0 ? null : (LicenseStatus)status,
        (Timing)statement.Int32(first + 6)) { Person = statement.Int32(first + 4) is var party && ((party & PersonBit) != 0 || party == (int)CounterpartKind.NaturalPerson) };
}
