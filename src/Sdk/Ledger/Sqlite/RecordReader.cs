using System.Text;
using System.Text.Json;
using CreditKit.Ledger.Reviews;
using CreditKit.Records;
using CreditKit.Validation;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Records and their revisions: the reading side. Every question has its own connection and snapshot.</summary>
internal sealed class RecordReader(LedgerDatabase database)
{
    private const string Columns = $"{Fields} JOIN revision v ON v.record_id = r.id AND v.revision = r.revision";

    private const string Fields = """
        SELECT r.id, r.public_id, v.revision, r.kind, r.released, r.shareable, r.corrected, r.suspended, r.published_at, r.withdrawn_at,
               r.withdrawn_ground, r.withdrawn_reason, r.received_at, r.data_key, v.payload, v.source, r.under_objection, r.review_pending, v.grounds,
               r.handling, r.held
        FROM record r
        """;

    private static readonly RevisionSource s_unread = new("", null, "", null);

    public LedgerRecord? Find(long id) => One($"{Columns} WHERE r.id = @value AND r.data_key IS NOT NULL", id);

    public LedgerRecord? FindByPublicId(string publicId) => One($"{Columns} WHERE r.public_id = @value AND r.data_key IS NOT NULL", publicId);

    public IReadOnlyList<LedgerRecord> FindByDocumentNumber(string documentNumber)
    {
        var number = RecordKey.DocumentNumber(documentNumber);
        if (number.Length == 0) return [];
        return database.Read(connection => Query(connection, $"{Columns} WHERE r.document_hash = @value AND r.data_key IS NOT NULL ORDER BY r.id", database.Cipher.Index("document", number)).ToList());
    }

    /// <summary>Records in a given revision, with their standing of now and their keys, by outbox entry. Where they came from is not read.</summary>
    public IReadOnlyDictionary<long, LedgerRecord> At(IReadOnlyList<OutboxEntry> entries) => database.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"{Fields} JOIN revision v ON v.record_id = r.id WHERE r.id = @id AND v.revision = @revision AND r.data_key IS NOT NULL";
        var (id, revision) = (command.Parameters.AddWithValue("@id", 0L), command.Parameters.AddWithValue("@revision", 0));
        var records = new Dictionary<long, LedgerRecord>(entries.Count);
        foreach (var entry in entries)
        {
            (id.Value, revision.Value) = (entry.RecordId, entry.Revision);
            LedgerRecord record;
            using (var reader = command.ExecuteReader())
            {
                if (!reader.Read()) continue;
                record = Read(reader, forReport: true);
            }

            records[entry.Id] = entry.Revision > 1 || entry.Operation == OutboxOperation.Withdraw ? record with { Told = Told(connection, entry, record) } : record;
        }

        return records;
    });

    // Receivers without keys know a record by what they were told; a correction may have changed just that.
    private static CreditRecord? Told(SqliteConnection connection, OutboxEntry entry, LedgerRecord record)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT v.revision, v.payload FROM revision v WHERE v.record_id = @record AND v.revision <> @own AND v.revision =
                (SELECT revision FROM outbox o WHERE record_id = @record AND channel = @channel AND id < @id AND operation = 1 AND (state = 3 OR EXISTS (SELECT 1 FROM receipt WHERE outbox_id = o.id)) ORDER BY id DESC LIMIT 1)
            """;
        command.Parameters.AddWithValue("@record", entry.RecordId);
        command.Parameters.AddWithValue("@own", entry.Revision);
        command.Parameters.AddWithValue("@channel", entry.Channel);
        command.Parameters.AddWithValue("@id", entry.Id);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? RecordJson.Read(record.Record.Value.Kind, record.Key!.Decrypt((byte[])reader.GetValue(1), RecordTable.Place(record.PublicId, reader.GetInt32(0), "payload")))
            : null;
    }

    public IEnumerable<LedgerRecord> All()
    {
        using var connection = database.OpenReader();
        foreach (var record in Query(connection, $"{Columns} WHERE r.data_key IS NOT NULL ORDER BY r.id", null)) yield return record;
    }

    public DateTimeOffset? Since() => database.Read<DateTimeOffset?>(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT received_at FROM record ORDER BY id LIMIT 1";
        return command.ExecuteScalar() is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    });

    public long LastSequence() => database.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(MAX(sequence), 0) FROM change";
        return (long)command.ExecuteScalar()!;
    });

    /// <summary>The next stretch of the feed; a record that changed several times in it comes once, at its last place.</summary>
    public IReadOnlyList<LedgerChange> Changes(long sequence, int limit) => database.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            WITH stretch AS (SELECT sequence, record_id FROM change WHERE sequence > @after ORDER BY sequence LIMIT @limit),
                 newest AS (SELECT record_id, MAX(sequence) AS sequence FROM stretch GROUP BY record_id)
            SELECT r.id, r.public_id, r.revision, r.kind, r.released, r.shareable, r.corrected, r.suspended, r.published_at, r.withdrawn_at,
                   r.withdrawn_ground, r.withdrawn_reason, r.received_at, r.data_key, v.payload, v.source, r.under_objection, r.review_pending, v.grounds,
                   r.handling, r.held, n.sequence
            FROM newest n JOIN record r ON r.id = n.record_id JOIN revision v ON v.record_id = r.id AND v.revision = r.revision
            WHERE r.data_key IS NOT NULL
            ORDER BY n.sequence
            """;
        command.Parameters.AddWithValue("@after", sequence);
        command.Parameters.AddWithValue("@limit", limit);
        var changes = new List<LedgerChange>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) changes.Add(new LedgerChange(reader.GetInt64(21), Read(reader)));
        return changes;
    });

    private LedgerRecord? One(string sql, object value) => database.Read(connection => Query(connection, sql, value).FirstOrDefault());

    private IEnumerable<LedgerRecord> Query(SqliteConnection connection, string sql, object? value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null) command.Parameters.AddWithValue("@value", value);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return Read(reader);
    }

    private LedgerRecord Read(SqliteDataReader reader, bool forReport = false)
    {
        var publicId = reader.GetString(1);
        var revision = reader.GetInt32(2);
        var key = database.Cipher.Unwrap((byte[])reader.GetValue(13));
        var json = key.Decrypt((byte[])reader.GetValue(14), RecordTable.Place(publicId, revision, "payload"));
        var source = forReport ? s_unread : JsonSerializer.Deserialize(key.Decrypt((byte[])reader.GetValue(15), RecordTable.Place(publicId, revision, "source")), RevisionSourceJson.Default.RevisionSource)!;
        var grounds = reader.IsDBNull(18) ? null : JsonSerializer.Deserialize(key.Decrypt((byte[])reader.GetValue(18), RecordTable.Place(publicId, revision, "grounds")), RecordGroundsJson.Default.StoredGrounds);
        var handling = reader.IsDBNull(19)
            ? RecordHandling.None
            : JsonSerializer.Deserialize(key.Decrypt((byte[])reader.GetValue(19), ReviewTable.Place(publicId)), RecordHandlingJson.Default.RecordHandling)!;
        return new LedgerRecord
        {
            Id = reader.GetInt64(0),
            PublicId = publicId,
            Revision = revision,
            Record = new Validated<CreditRecord>(RecordJson.Read((RecordKind)reader.GetInt32(3), json)),
            Standing = new RecordStanding
            {
                Released = reader.GetBoolean(4),
                ReleasedForSharing = reader.GetBoolean(5),
                EnforcementSuspended = reader.GetBoolean(7),
                UnderObjection = reader.GetBoolean(16),
                ReviewPending = reader.GetBoolean(17),
                Exclusions = [.. grounds?.Exclusions ?? [], .. handling.Exclusions],
                ListEntry = grounds?.ListEntry,
                PublishedAt = Instant(reader, 8),
                WithdrawnAt = Instant(reader, 9),
                WithdrawalGround = reader.IsDBNull(10) ? null : (WithdrawalGround)reader.GetInt32(10),
                Consent = handling.Consent,
            },
            Handling = handling,
            Held = reader.GetInt32(20) != 0,
            Key = forReport ? key : null,
            Corrected = reader.GetBoolean(6),
            WithdrawalReason = reader.IsDBNull(11) ? null : Encoding.UTF8.GetString(key.Decrypt((byte[])reader.GetValue(11), RecordTable.Place(publicId, 0, "withdrawal"))),
            Source = new SourceReference(source.System, source.Row, source.Actor) { AsOf = source.AsOf },
            ReceivedAt = Instant(reader, 12)!.Value,
        };
    }

    private static DateTimeOffset? Instant(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
