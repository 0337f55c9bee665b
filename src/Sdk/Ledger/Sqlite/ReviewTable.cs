using System.Text.Json;
using CreditKit.Ledger.Reviews;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Reviews and what follows from them. A decision, its effect, its audit entry and its outbox entries are one transaction.</summary>
internal sealed class ReviewTable(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);
    private readonly OutboxQueue _outbox = new(database);

    /// <summary>Records a review and lets it take effect. False when the record has a newer revision, was withdrawn or is gone.</summary>
    public bool Decide(ReviewEntry entry) => database.Write((connection, transaction) =>
    {
        if (Open(connection, transaction, entry.RecordId) is not { } record || record.Revision != entry.Revision || record.Withdrawn) return false;
        var (bit, column) = entry.Scope == ReviewScope.Publication ? (1, "released") : (2, "shareable");
        var released = entry.Verdict == ReviewVerdict.Released;
        Sql.Run(connection, transaction, $"""
            UPDATE record SET {column} = @released, held = CASE WHEN @released THEN held & ~@bit ELSE held | @bit END, handling = @handling,
                reviewed_revision = CASE WHEN @bit = 1 THEN @revision ELSE reviewed_revision END,
                published_at = COALESCE(published_at, CASE WHEN @released AND @bit = 1 THEN @now END)
            WHERE id = @id
            """, ("@released", released), ("@bit", bit), ("@handling", Seal(connection, transaction, entry.RecordId, record, entry.Handling)), ("@revision", entry.Revision), ("@now", database.Now), ("@id", entry.RecordId));

        var number = (long)Sql.Scalar(connection, transaction, """
            INSERT INTO review (record_id, revision, scope, verdict, at, actor, confirmed, added, lifted, detail)
            VALUES (@id, @revision, @scope, @verdict, @now, @actor, @confirmed, @added, @lifted, zeroblob(0)) RETURNING id
            """, ("@id", entry.RecordId), ("@revision", entry.Revision), ("@scope", (int)entry.Scope), ("@verdict", (int)entry.Verdict), ("@now", database.Now), ("@actor", entry.Actor),
            ("@confirmed", Count(entry, SpanVerdict.Confirmed)), ("@added", Count(entry, SpanVerdict.Added)), ("@lifted", Count(entry, SpanVerdict.Lifted)))!;
        var detail = JsonSerializer.SerializeToUtf8Bytes(entry.Detail, RecordHandlingJson.Default.ReviewDetail);
        Sql.Run(connection, transaction, "UPDATE review SET detail = @detail WHERE id = @id",
            ("@detail", record.Key.Encrypt(detail, DetailPlace(record.PublicId, number))), ("@id", number));

        Follow(connection, transaction, entry.RecordId, entry.Revision, entry.Scope == ReviewScope.Sharing ? released : record.Shareable, entry.Channels);
        _audit.Append(connection, transaction, entry.Actor, "review", entry.Verdict.ToString().ToLowerInvariant(), entry.RecordId,
            $"review={number} revision={entry.Revision} scope={entry.Scope} confirmed={Count(entry, SpanVerdict.Confirmed)} added={Count(entry, SpanVerdict.Added)} lifted={Count(entry, SpanVerdict.Lifted)}");
        return true;
    });

    /// <summary>Changes how a record is handled without a review: a consent that is given or withdrawn.</summary>
    public bool Handle(long recordId, RecordHandling handling, string actor, string act, IReadOnlyList<string> channels) => database.Write((connection, transaction) =>
    {
        if (Open(connection, transaction, recordId) is not { } record) return false;
        Sql.Run(connection, transaction, "UPDATE record SET handling = @handling WHERE id = @id", ("@handling", Seal(connection, transaction, recordId, record, handling)), ("@id", recordId));
        Follow(connection, transaction, recordId, record.Revision, record.Shareable && !record.Withdrawn, channels);
        _audit.Append(connection, transaction, actor, act, "done", recordId, $"revision={record.Revision}");
        return true;
    });

    /// <summary>Internal keys of the records in a queue, the oldest decision first.</summary>
    public IReadOnlyList<long> Queue(ReviewQueue queue, int limit) => database.Read(connection =>
    {
        var condition = queue switch
        {
            ReviewQueue.Waiting => "(held <> 0 OR released = 0 OR shareable = 0) AND held = 0",
            ReviewQueue.Held => "(held <> 0 OR released = 0 OR shareable = 0) AND held <> 0",
            _ => "released = 1 AND held = 0 AND reviewed_revision < revision",
        };
        return Sql.List(connection, r => r.GetInt64(0),
            $"SELECT id FROM record WHERE data_key IS NOT NULL AND withdrawn_at IS NULL AND {condition} ORDER BY decision_day, id LIMIT @limit", ("@limit", limit));
    });

    /// <summary>Reviews of a record, the oldest first.</summary>
    public IReadOnlyList<ReviewEvent> Of(long recordId) => database.Read(connection => Sql.List(connection, r => new ReviewEvent(
            Sql.Instant(r, 0)!.Value, r.GetString(1), r.GetInt32(2), (ReviewScope)r.GetInt32(3), (ReviewVerdict)r.GetInt32(4), r.GetInt32(5), r.GetInt32(6), r.GetInt32(7)),
        "SELECT at, actor, revision, scope, verdict, confirmed, added, lifted FROM review WHERE record_id = @id ORDER BY id", ("@id", recordId)));

    /// <summary>What the reviewers of a record wrote, the oldest first; unmasked.</summary>
    public IReadOnlyList<ReviewDetail> Details(long recordId) => database.Read(connection =>
        Open(connection, null, recordId) is not { } record ? [] : Sql.List(connection, r => JsonSerializer.Deserialize(
                record.Key.Decrypt((byte[])r.GetValue(1), DetailPlace(record.PublicId, r.GetInt64(0))), RecordHandlingJson.Default.ReviewDetail)!,
            "SELECT id, detail FROM review WHERE record_id = @id ORDER BY id", ("@id", recordId)));

    /// <summary>What ties the handling of a record to its row.</summary>
    public static byte[] Place(string publicId) => RecordTable.Place(publicId, 0, "handling");

    private static byte[] DetailPlace(string publicId, long number) => RecordTable.Place(publicId, 0, $"review/{number}");

    private static int Count(ReviewEntry entry, SpanVerdict verdict) => entry.Detail.Spans.Count(s => s.Verdict == verdict);

    // What was released of attachments meanwhile is not the reviewer's to change.
    private static byte[] Seal(SqliteConnection connection, SqliteTransaction transaction, long recordId, Row record, RecordHandling handling) => HandlingColumn.Seal(
        handling with { Attachments = HandlingColumn.Read(connection, transaction, recordId, record.PublicId, record.Key).Attachments }, record.PublicId, record.Key);

    private void Follow(SqliteConnection connection, SqliteTransaction transaction, long recordId, int revision, bool shareable, IReadOnlyList<string> channels)
    {
        Sql.Run(connection, transaction, "INSERT INTO change (record_id) VALUES (@id)", ("@id", recordId));
        if (shareable) _outbox.Upsert(connection, transaction, recordId, revision, isNew: false, channels);
        else _outbox.WithdrawEverywhere(connection, transaction, recordId, revision);
    }

    private Row? Open(SqliteConnection connection, SqliteTransaction? transaction, long id)
    {
        using var command = Sql.Command(connection, transaction, "SELECT public_id, revision, data_key, withdrawn_at, shareable FROM record WHERE id = @id AND data_key IS NOT NULL", ("@id", id));
        using var reader = command.ExecuteReader();
        return reader.Read() ? new Row(reader.GetString(0), reader.GetInt32(1), database.Cipher.Unwrap((byte[])reader.GetValue(2)), !reader.IsDBNull(3), reader.GetBoolean(4)) : null;
    }

    private sealed record Row(string PublicId, int Revision, DataKey Key, bool Withdrawn, bool Shareable);
}
