using System.Globalization;
using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Review.Approvals;
using Microsoft.Data.Sqlite;

namespace CreditKit.Assessment.Sqlite;

/// <summary>
/// The ledger as work: lists by state and deadline and the rows behind the figures, in work.db beside the ledger. Follows the
/// change feed when it is asked; safe for concurrent callers and several processes; holds no personal data.
/// </summary>
internal sealed class WorkIndex : IDisposable
{
    private const int Batch = 1_000;
    private const int Last = int.MaxValue;

    private readonly ILedger _ledger;
    private readonly WorkReading _reading;
    private readonly SqliteConnection _writer;
    private readonly string _readString;
    private readonly Lock _gate = new();

    public WorkIndex(string path, ILedger ledger, WorkReading reading)
    {
        _ledger = ledger;
        _reading = reading;
        _writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, Pooling = false }.ToString());
        _writer.Open();
        LedgerDatabase.Execute(_writer, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        if (Convert.ToInt32(Sql.Scalar(_writer, null, "PRAGMA user_version"), CultureInfo.InvariantCulture) != WorkSchema.Version)
            LedgerDatabase.Execute(_writer, $"BEGIN IMMEDIATE; {WorkSchema.Create} PRAGMA user_version = {WorkSchema.Version}; COMMIT;");
        _readString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, Mode = SqliteOpenMode.ReadWrite }.ToString();
    }

    /// <summary>Takes up what changed in the ledger; reads everything anew when the law changed.</summary>
    public void CatchUp()
    {
        lock (_gate)
        {
            var (position, fingerprint) = Position();
            if (fingerprint != _reading.Fingerprint) Rebuild();
            else if (position < _ledger.LastSequence) Follow(position);
        }
    }

    /// <summary>A page of records, the nearest deadline first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cursor">Where the page begins; null: at the start.</param>
    /// <param name="size">Rows.</param>
    public WorkPage List(WorkFilter filter, string? cursor, int size)
    {
        var (where, parameters) = Where(filter);
        if (Cursor(cursor) is var (due, id))
        {
            where += " AND (publish_by, record_id) > (@due, @id)";
            parameters = [.. parameters, ("@due", due), ("@id", id)];
        }

        var rows = Read(c => Sql.List(c, Row, $"SELECT * FROM work WHERE {where} ORDER BY publish_by, record_id LIMIT {size + 1}", [.. parameters]));
        return rows.Count <= size
            ? new WorkPage(rows, null)
            : new WorkPage(rows[..size], string.Create(CultureInfo.InvariantCulture, $"{rows[size - 1].PublishBy?.DayNumber ?? Last}-{rows[size - 1].RecordId}"));
    }

    /// <summary>How many records there are.</summary>
    public long Count(WorkFilter filter)
    {
        var (where, parameters) = Where(filter);
        return Read(c => (long)Sql.Scalar(c, null, $"SELECT COUNT(*) FROM work WHERE {where}", [.. parameters])!);
    }

    /// <summary>Whether there is one.</summary>
    public bool Any(WorkFilter filter)
    {
        var (where, parameters) = Where(filter);
        return Read(c => (long)Sql.Scalar(c, null, $"SELECT EXISTS (SELECT 1 FROM work WHERE {where})", [.. parameters])! == 1);
    }

    /// <summary>A record.</summary>
    public WorkRow? Find(string publicId) => _ledger.FindByPublicId(publicId) is { } record ? Find(record.Id) : null;

    /// <summary>A record by its internal key.</summary>
    public WorkRow? Find(long recordId) => Read(c => Sql.List(c, Row, "SELECT * FROM work WHERE record_id = @id", ("@id", recordId)).FirstOrDefault());

    /// <summary>Asks on a reading connection of its own.</summary>
    public T Read<T>(Func<SqliteConnection, T> ask)
    {
        using var connection = new SqliteConnection(_readString);
        connection.Open();
        return ask(connection);
    }

    /// <summary>Asks with the ledger's tables at hand as <c>ledger.…</c>.</summary>
    public T ReadWithLedger<T>(string ledgerPath, Func<SqliteConnection, T> ask)
    {
        using var connection = new SqliteConnection(_readString + ";Pooling=False");
        connection.Open();
        Sql.Run(connection, null, "ATTACH DATABASE @path AS ledger", ("@path", ledgerPath));
        return ask(connection);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate) _writer.Dispose();
        using var pool = new SqliteConnection(_readString);
        SqliteConnection.ClearPool(pool);
    }

    internal static WorkRow Row(SqliteDataReader r) => new()
    {
        RecordId = r.GetInt64(0),
        PublicId = r.GetString(1),
        Revision = r.GetInt32(2),
        Unit = r.GetString(3),
        UnitName = r.GetString(4),
        Kind = (RecordKind)r.GetInt32(5),
        Item = r.GetString(6),
        Decided = Sql.Day(r, 7),
        Received = Sql.Day(r, 8)!.Value,
        State = (WorkState)r.GetInt32(9),
        Step = r.GetInt32(10) == 0 ? null : (ApprovalStep)r.GetInt32(10),
        PublishBy = r.GetInt32(11) == Last ? null : Sql.Day(r, 11),
        ReportBy = Sql.Day(r, 12),
        Published = Sql.Day(r, 13),
        ShownFrom = Sql.Day(r, 14),
        ShownUntil = Sql.Day(r, 15),
        Withdrawn = Sql.Day(r, 16),
        Excluded = r.GetBoolean(17),
        Why = r.GetString(18),
        Historic = r.GetBoolean(19),
        Corrected = r.GetBoolean(20),
        Errors = r.GetInt32(21),
        Warnings = r.GetInt32(22),
        Needed = r.GetInt32(23),
        Filled = r.GetInt32(24),
        Reports = r.GetBoolean(25),
        SeverityAssumed = r.GetBoolean(26),
    };

    private static (string Where, (string, object?)[] Parameters) Where(WorkFilter filter)
    {
        var where = new List<string> { "1 = 1" };
        var parameters = new List<(string, object?)>();
        if (filter.Unit is { } unit) Add("unit = @unit", "@unit", unit);
        if (filter.Kind is { } kind) Add("kind = @kind", "@kind", (int)kind);
        if (filter.State is { } state) Add("state = @state", "@state", (int)state);
        if (filter.Step is { } step) Add("step = @step", "@step", (int)step);
        if (filter.DueBy is not null || filter.DueFrom is not null) where.Add("published IS NULL AND excluded = 0 AND withdrawn IS NULL");
        if (filter.DueBy is { } by) Add("publish_by <= @by", "@by", by.DayNumber);
        if (filter.DueFrom is { } from) Add("publish_by >= @from", "@from", from.DayNumber);
        if (filter.DecidedFrom is { } first) Add("decided >= @first", "@first", first.DayNumber);
        if (filter.DecidedTo is { } last) Add("decided <= @last", "@last", last.DayNumber);
        if (filter.SeverityAssumed) where.Add("assumed = 1 AND withdrawn IS NULL");
        return (string.Join(" AND ", where), [.. parameters]);

        void Add(string condition, string name, object value)
        {
            where.Add(condition);
            parameters.Add((name, value));
        }
    }

    private static (int Due, long Id)? Cursor(string? cursor) =>
        cursor?.Split('-') is [var due, var id]
        && int.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var record)
            ? (day, record)
            : null;

    private DateOnly? Since => _ledger.Since is { } first ? ChinaTime.DateOf(first) : null;

    private (long Position, string Fingerprint) Position() =>
        Sql.List(_writer, r => (r.GetInt64(0), r.GetString(1)), "SELECT position, fingerprint FROM meta").First();

    private void Rebuild()
    {
        var sequence = _ledger.LastSequence;
        var since = Since;
        using var transaction = _writer.BeginTransaction(deferred: false);
        Sql.Run(_writer, transaction, "DELETE FROM work");
        Write(transaction, _ledger.All().Select(r => _reading.Of(r, since)));
        Sql.Run(_writer, transaction, "UPDATE meta SET position = @position, fingerprint = @print", ("@position", sequence), ("@print", _reading.Fingerprint));
        transaction.Commit();
        if (_ledger.LastSequence > sequence) Follow(sequence);
    }

    private void Follow(long position)
    {
        while (_ledger.Changes(position, Batch) is { Count: > 0 } changes)
        {
            var since = Since;
            var rows = changes.Select(c => _reading.Of(c.Record, since)).ToList();
            position = changes[^1].Sequence;
            using var transaction = _writer.BeginTransaction(deferred: false);
            Write(transaction, rows);
            Sql.Run(_writer, transaction, "UPDATE meta SET position = MAX(position, @position)", ("@position", position));
            transaction.Commit();
        }
    }

    private void Write(SqliteTransaction transaction, IEnumerable<WorkRow> rows)
    {
        using var insert = new Statement(_writer, """
            INSERT OR REPLACE INTO work VALUES (@id, @public, @revision, @unit, @name, @kind, @item, @decided, @received, @state, @step, @by, @report, @published, @from, @until,
                @withdrawn, @excluded, @why, @historic, @corrected, @errors, @warnings, @needed, @filled, @reports, @assumed)
            """, "@id", "@public", "@revision", "@unit", "@name", "@kind", "@item", "@decided", "@received", "@state", "@step", "@by", "@report", "@published", "@from", "@until",
            "@withdrawn", "@excluded", "@why", "@historic", "@corrected", "@errors", "@warnings", "@needed", "@filled", "@reports", "@assumed");
        foreach (var w in rows)
        {
            insert.With(transaction, w.RecordId, w.PublicId, w.Revision, w.Unit, w.UnitName, (int)w.Kind, w.Item, w.Decided?.DayNumber, w.Received.DayNumber, (int)w.State,
                (int)(w.Step ?? 0), w.PublishBy?.DayNumber ?? Last, w.ReportBy?.DayNumber, w.Published?.DayNumber, w.ShownFrom?.DayNumber, w.ShownUntil?.DayNumber,
                w.Withdrawn?.DayNumber, w.Excluded, w.Why, w.Historic, w.Corrected, w.Errors, w.Warnings, w.Needed, w.Filled, w.Reports, w.SeverityAssumed).Run();
        }
    }
}
