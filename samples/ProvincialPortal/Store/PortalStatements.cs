using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ProvincialPortal.Contract;

namespace ProvincialPortal.Store;

/// <summary>The portal's SQL, prepared once on the writing connection.</summary>
internal sealed class PortalStatements(SqliteConnection connection)
{
    public const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 16000;
        CREATE TABLE IF NOT EXISTS received (
            record_id TEXT NOT NULL UNIQUE, national_id TEXT NOT NULL, kind TEXT NOT NULL, live INTEGER NOT NULL, not_public INTEGER NOT NULL,
            document_number TEXT, counterpart TEXT, decision_date TEXT, last_day TEXT, revision INTEGER NOT NULL, revisions INTEGER NOT NULL,
            content_hash TEXT, public_hash TEXT, row TEXT NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, ground TEXT,
            road TEXT NOT NULL DEFAULT '接口', late_at INTEGER, late_code TEXT, late_message TEXT, late_key TEXT
        );
        CREATE INDEX IF NOT EXISTS received_document ON received (document_number);
        CREATE INDEX IF NOT EXISTS received_newest ON received (last_at);
        CREATE INDEX IF NOT EXISTS received_late ON received (late_at) WHERE late_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS answer (key TEXT NOT NULL UNIQUE, answer TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>Columns that files of earlier versions have not, in the order in which they came.</summary>
    public static readonly (string Name, string Type)[] Younger =
        [("road", "TEXT NOT NULL DEFAULT '接口'"), ("late_at", "INTEGER"), ("late_code", "TEXT"), ("late_message", "TEXT"), ("late_key", "TEXT")];

    private readonly Dictionary<string, PortalStatement> _statements = new(ReferenceEqualityComparer.Instance);

    public long NextBatch(SqliteTransaction transaction) => Count(transaction, "batches");

    public long Count(SqliteTransaction transaction, string name) => (long)Command(transaction,
        "INSERT INTO counter VALUES (@p0, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value", name).ExecuteScalar()!;

    public RowAnswer? Answer(SqliteTransaction transaction, string key) =>
        Command(transaction, "SELECT answer FROM answer WHERE key = @p0", key).ExecuteScalar() is string json ? JsonSerializer.Deserialize(json, RowJson.Default.RowAnswer) : null;

    public void Keep(SqliteTransaction transaction, RowAnswer answer) =>
        Command(transaction, "INSERT INTO answer VALUES (@p0, @p1)", answer.Key, JsonSerializer.Serialize(answer, RowJson.Default.RowAnswer)).ExecuteNonQuery();

    public (string NationalId, int Revision)? Held(SqliteTransaction transaction, string recordId)
    {
        using var reader = Command(transaction, "SELECT national_id, revision FROM received WHERE record_id = @p0", recordId).ExecuteReader();
        return reader.Read() ? (reader.GetString(0), reader.GetInt32(1)) : null;
    }

    /// <summary>Another record with the same document number and counterpart is live.</summary>
    public bool Twin(SqliteTransaction transaction, string recordId, ReceivedRecord record) => Command(transaction,
        "SELECT 1 FROM received WHERE document_number = @p0 AND counterpart = @p1 AND kind = @p2 AND record_id <> @p3 AND live = 1 AND road = '接口'",
        record.DocumentNumber, record.Counterpart, record.Kind, recordId).ExecuteScalar() is not null;

    public void Upsert(SqliteTransaction transaction, EntryHead entry, ReceivedRecord record, string nationalId, DateTimeOffset now) => Command(transaction, """
        INSERT INTO received VALUES (@p0, @p1, @p2, 1, @p3, @p4, @p5, @p6, @p7, @p8, 1, @p9, @p10, @p11, @p12, @p12, NULL, '接口', NULL, NULL, NULL, NULL)
        ON CONFLICT (record_id) DO UPDATE SET kind = excluded.kind, live = 1, not_public = excluded.not_public, document_number = excluded.document_number,
            counterpart = excluded.counterpart, decision_date = excluded.decision_date, last_day = excluded.last_day, revision = excluded.revision,
            revisions = revisions + 1, content_hash = excluded.content_hash, public_hash = excluded.public_hash, row = excluded.row, last_at = excluded.last_at, ground = NULL,
            late_at = NULL, late_code = NULL, late_message = NULL, late_key = NULL
        """, entry.RecordId, nationalId, record.Kind, record.NotPublic, record.DocumentNumber, record.Counterpart,
        record.DecisionDate?.ToString("O", CultureInfo.InvariantCulture), record.LastDay?.ToString("O", CultureInfo.InvariantCulture), entry.Revision,
        record.ContentHash, record.PublicHash, record.Json, now.ToUnixTimeMilliseconds()).ExecuteNonQuery();

    public void Withdraw(SqliteTransaction transaction, WithdrawalEntry entry, string nationalId, DateTimeOffset now) => Command(transaction, """
        INSERT INTO received VALUES (@p0, @p1, '', 0, 0, @p2, NULL, NULL, NULL, @p3, 0, NULL, NULL, '{}', @p4, @p4, @p5, '接口', NULL, NULL, NULL, NULL)
        ON CONFLICT (record_id) DO UPDATE SET live = 0, revision = excluded.revision, last_at = excluded.last_at, ground = excluded.ground, late_at = NULL
        """, entry.RecordId, nationalId, entry.DocumentNumber, entry.Revision, now.ToUnixTimeMilliseconds(), entry.Ground).ExecuteNonQuery();

    /// <summary>One live row per document number and counterpart: a repeat replaces it and is counted. The national id of the row.</summary>
    public string Replace(SqliteTransaction transaction, string road, KeylessRow row, string nationalId, DateTimeOffset now, int revision) => (string)Command(transaction, """
        INSERT INTO received VALUES (@p0, @p1, @p2, 1, 0, @p3, @p4, @p5, NULL, @p10, 1, @p6, NULL, @p7, @p8, @p8, NULL, @p9, NULL, NULL, NULL, NULL)
        ON CONFLICT (record_id) DO UPDATE SET live = 1, decision_date = excluded.decision_date, revision = excluded.revision, revisions = revisions + 1, content_hash = excluded.content_hash,
            row = excluded.row, last_at = excluded.last_at, ground = NULL, late_at = NULL, late_code = NULL, late_message = NULL, late_key = NULL
        RETURNING national_id
        """, row.Id(road), nationalId, row.Kind, row.DocumentNumber, row.Counterpart, row.DecisionDate?.ToString("O", CultureInfo.InvariantCulture), row.Hash,
        row.Json, now.ToUnixTimeMilliseconds(), road, revision).ExecuteScalar()!;

    /// <summary>The live row of a key: its national id, its columns, and their hash; null when there is none.</summary>
    public (string NationalId, string Json, string Hash)? Live(SqliteTransaction transaction, string id)
    {
        using var reader = Command(transaction, "SELECT national_id, row, COALESCE(content_hash, '') FROM received WHERE record_id = @p0 AND live = 1", id).ExecuteReader();
        return reader.Read() ? (reader.GetString(0), reader.GetString(1), reader.GetString(2)) : null;
    }

    public bool WasRefused(SqliteTransaction transaction, string id) =>
        Command(transaction, "SELECT 1 FROM received WHERE record_id = @p0 AND late_at IS NOT NULL", id).ExecuteScalar() is not null;

    /// <summary>Newest revision of a key, and whether it stands; null when it never came.</summary>
    public (int Revision, bool Live)? Newest(SqliteTransaction transaction, string id)
    {
        using var reader = Command(transaction, "SELECT revision, live FROM received WHERE record_id = @p0", id).ExecuteReader();
        return reader.Read() ? (reader.GetInt32(0), reader.GetBoolean(1)) : null;
    }

    public List<string> LiveIds(SqliteTransaction transaction, string road, string kind)
    {
        using var reader = Command(transaction, "SELECT record_id FROM received WHERE road = @p0 AND kind = @p1 AND live = 1", road, kind).ExecuteReader();
        var ids = new List<string>();
        while (reader.Read()) ids.Add(reader.GetString(0));
        return ids;
    }

    public int Remove(SqliteTransaction transaction, string id, DateTimeOffset now) =>
        Command(transaction, "UPDATE received SET live = 0, last_at = @p1, late_at = NULL WHERE record_id = @p0 AND live = 1", id, now.ToUnixTimeMilliseconds()).ExecuteNonQuery();

    /// <summary>The row was taken, and will be refused when that time comes.</summary>
    public void RefuseLater(SqliteTransaction transaction, string id, DateTimeOffset at, string? key = null) => Command(transaction,
        "UPDATE received SET late_at = @p1, late_key = @p2, late_code = '1001', late_message = '验证规则代码:1001;错误描述:未查询到主体或查询到的主体信息不匹配.' WHERE record_id = @p0 AND live = 1", id, at.ToUnixTimeMilliseconds(), key).ExecuteNonQuery();

    /// <summary>Rows whose time of refusal has come are out.</summary>
    public void SettleLate(SqliteTransaction transaction, DateTimeOffset now) =>
        Command(transaction, "UPDATE received SET live = 0 WHERE late_at <= @p0 AND live = 1", now.ToUnixTimeMilliseconds()).ExecuteNonQuery();

    public List<LateRefusal> Late(SqliteTransaction transaction, string road, string? kind, DateTimeOffset since, DateTimeOffset now)
    {
        using var reader = Command(transaction, "SELECT record_id, national_id, document_number, counterpart, late_code, late_message, late_key, late_at FROM received WHERE road = @p0 AND late_at >= @p1 AND late_at <= @p2 AND (@p3 IS NULL OR kind = @p3) ORDER BY late_at",
            road, since.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), kind).ExecuteReader();
        var rows = new List<LateRefusal>();
        while (reader.Read()) rows.Add(new LateRefusal(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(7))));
        return rows;
    }

    public static List<ReceivedRow> Rows(SqliteConnection connection, bool withWithdrawn, string? documentNumber, string? recordId, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT record_id, national_id, kind, live, not_public, document_number, counterpart, decision_date, last_day, revision, revisions, content_hash, public_hash, first_at, last_at
            FROM received
            WHERE (live = 1 OR @all) {(documentNumber is null ? "" : "AND document_number = @document")} {(recordId is null ? "" : "AND record_id = @record")}
            ORDER BY last_at DESC, record_id LIMIT @limit
            """;
        command.Parameters.AddWithValue("@all", withWithdrawn);
        command.Parameters.AddWithValue("@limit", limit);
        if (documentNumber is not null) command.Parameters.AddWithValue("@document", documentNumber);
        if (recordId is not null) command.Parameters.AddWithValue("@record", recordId);
        using var reader = command.ExecuteReader();
        var rows = new List<ReceivedRow>();
        while (reader.Read())
            rows.Add(new ReceivedRow
            {
                RecordId = reader.GetString(0),
                NationalId = reader.GetString(1),
                Kind = reader.GetString(2),
                State = reader.GetBoolean(3) ? "在库" : "已撤下",
                NotPublic = reader.GetBoolean(4),
                DocumentNumber = Text(5),
                Counterpart = Text(6),
                DecisionDate = Date(7),
                LastDisclosedDay = Date(8),
                Revision = reader.GetInt32(9),
                Revisions = reader.GetInt32(10),
                ContentHash = Text(11),
                PublicHash = Text(12),
                FirstReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(13)),
                LastReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(14)),
            });
        return rows;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        DateOnly? Date(int column) => Text(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }

    public static PortalCounts Counts(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT (SELECT COUNT(*) FROM received WHERE live = 1 AND kind = '行政许可'), (SELECT COUNT(*) FROM received WHERE live = 1 AND kind = '行政处罚'),
                   (SELECT COUNT(*) FROM received WHERE live = 1 AND not_public = 1), (SELECT COUNT(*) FROM received WHERE live = 0),
                   COALESCE((SELECT value FROM counter WHERE name = 'rejected'), 0), COALESCE((SELECT value FROM counter WHERE name = 'repeats'), 0),
                   COALESCE((SELECT value FROM counter WHERE name = 'out_of_order'), 0)
            """;
        using var reader = command.ExecuteReader();
        reader.Read();
        return new PortalCounts(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6));
    }

    private PortalStatement Command(SqliteTransaction transaction, string sql, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (!_statements.TryGetValue(sql, out var statement)) _statements[sql] = statement = new PortalStatement(connection, sql, values.Length);
        return statement.With(values);
    }
}
