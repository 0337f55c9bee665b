using System.Text;
using System.Text.Json;
using CreditKit.Records;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Records and their revisions: the writing side.</summary>
internal sealed class RecordTable(LedgerDatabase database)
{
    private const string Columns = "SELECT id, public_id, revision, data_key, withdrawn_at, released, shareable, held FROM record";

    private Statement? _byId;
    private Statement? _byKey;
    private Statement? _byCode;
    private Statement? _contentHash;
    private Statement? _insert;
    private Statement? _insertRevision;
    private Statement? _grounds;
    private Statement? _update;
    private Statement? _change;
    private Statement? _former;
    private Statement? _source;

    /// <summary>The stored state that decides what a submission does.</summary>
    public sealed record Stored(long Id, string PublicId, int Revision, byte[] WrappedKey, byte[] ContentHash, bool Withdrawn, bool Released, bool Shareable, int Held);

    /// <summary>The record with this key, or with this credit code and document number; null when there is none.</summary>
    public Stored? Match(SqliteConnection connection, SqliteTransaction transaction, byte[] keyHash, byte[]? codeHash)
    {
        _byKey ??= new(connection, $"{Columns} WHERE key_hash = @hash AND data_key IS NOT NULL", "@hash");
        _byCode ??= new(connection, $"{Columns} WHERE code_hash = @hash AND data_key IS NOT NULL", "@hash");
        return Read(connection, transaction, _byKey.With(transaction, keyHash))
            ?? (codeHash is null ? null : Read(connection, transaction, _byCode.With(transaction, codeHash)));
    }

    /// <summary>The record with this internal key; null when it is gone.</summary>
    public Stored? Get(SqliteConnection connection, SqliteTransaction transaction, long id)
    {
        _byId ??= new(connection, $"{Columns} WHERE id = @id AND data_key IS NOT NULL", "@id");
        return Read(connection, transaction, _byId.With(transaction, id));
    }

    /// <summary>Writes a new record with its first revision.</summary>
    public SubmissionResult Insert(SqliteConnection connection, SqliteTransaction transaction, Submission submission, byte[] json, byte[] keyHash, byte[]? codeHash, byte[] contentHash, out long now)
    {
        _insert ??= new(connection, """
            INSERT INTO record (public_id, key_hash, code_hash, document_hash, kind, decision_day, revision, released, shareable, historic, published_at, received_at, data_key)
            VALUES (@public, @key, @code, @document, @kind, @day, 1, @released, @shareable, @historic, @published, @now, @data_key)
            RETURNING id
            """, "@public", "@key", "@code", "@document", "@kind", "@day", "@released", "@shareable", "@historic", "@published", "@now", "@data_key");

        var record = submission.Record.Value;
        var publicId = PublicName.New();
        var dataKey = database.Cipher.NewDataKey();
        now = database.Now;
        var id = (long)_insert.With(transaction, publicId, keyHash, codeHash, DocumentHash(record), (int)record.Kind, record.DecisionDate?.DayNumber,
            submission.Released, submission.ReleasedForSharing, record.Historic, submission.Released ? now : null, now, dataKey.Wrap()).Scalar()!;
        AddRevision(connection, transaction, id, publicId, 1, dataKey, json, contentHash, submission, now);
        return new SubmissionResult(SubmissionOutcome.Accepted, id, publicId, 1);
    }

    /// <summary>Writes a further revision. What was first published keeps its time; what was released stays released, what a reviewer holds stays held.</summary>
    public SubmissionResult Revise(SqliteConnection connection, SqliteTransaction transaction, Stored stored, Submission submission, byte[] json, byte[] keyHash, byte[]? codeHash, byte[] contentHash)
    {
        _update ??= new(connection, """
            UPDATE record SET revision = @revision, key_hash = @key, code_hash = @code, document_hash = @document, decision_day = @day, historic = @historic,
                corrected = corrected OR (published_at IS NOT NULL AND @changed),
                released = released OR (@released AND NOT held & 1), shareable = shareable OR (@shareable AND NOT held & 2),
                published_at = COALESCE(published_at, CASE WHEN @released AND NOT held & 1 THEN @now END)
            WHERE id = @id
            """, "@revision", "@key", "@code", "@document", "@day", "@historic", "@released", "@shareable", "@now", "@id", "@changed");

        var record = submission.Record.Value;
        var revision = stored.Revision + 1;
        var now = database.Now;
        _update.With(transaction, revision, keyHash, codeHash, DocumentHash(record), record.DecisionDate?.DayNumber, record.Historic,
            submission.Released, submission.ReleasedForSharing, now, stored.Id, !stored.ContentHash.AsSpan().SequenceEqual(contentHash)).Run();
        AddRevision(connection, transaction, stored.Id, stored.PublicId, revision, database.Cipher.Unwrap(stored.WrappedKey), json, contentHash, submission, now);
        return new SubmissionResult(SubmissionOutcome.Corrected, stored.Id, stored.PublicId, revision);
    }

    /// <summary>Whether other content is older than what is stored: a revision before the newest had it, or the source says so by its own time.</summary>
    public bool IsOlder(SqliteConnection connection, SqliteTransaction transaction, Stored stored, SourceReference source, byte[] contentHash)
    {
        _former ??= new(connection, "SELECT 1 FROM revision WHERE record_id = @id AND revision < @revision AND content_hash = @hash", "@id", "@revision", "@hash");
        if (_former.With(transaction, stored.Id, stored.Revision, contentHash).Scalar() is not null) return true;
        if (source.AsOf is not { } time) return false;
        _source ??= new(connection, "SELECT source FROM revision WHERE record_id = @id AND revision = @revision", "@id", "@revision");
        var blob = (byte[])_source.With(transaction, stored.Id, stored.Revision).Scalar()!;
        var json = database.Cipher.Unwrap(stored.WrappedKey).Decrypt(blob, Place(stored.PublicId, stored.Revision, "source"));
        return JsonSerializer.Deserialize(json, RevisionSourceJson.Default.RevisionSource)!.AsOf > time;
    }

    /// <summary>Appends to the change feed; the place in it.</summary>
    public long Changed(SqliteConnection connection, SqliteTransaction transaction, long recordId)
    {
        _change ??= new(connection, "INSERT INTO change (record_id) VALUES (@id)", "@id");
        _change.With(transaction, recordId).Run();
        return SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    private Stored? Read(SqliteConnection connection, SqliteTransaction transaction, Statement statement)
    {
        using var reader = statement.Query();
        if (!reader.Read()) return null;
        var (id, revision) = (reader.GetInt64(0), reader.GetInt32(2));
        _contentHash ??= new(connection, "SELECT content_hash FROM revision WHERE record_id = @id AND revision = @revision", "@id", "@revision");
        var content = (byte[])_contentHash.With(transaction, id, revision).Scalar()!;
        return new Stored(id, reader.GetString(1), revision, reader.GetBlob(3), content, !reader.IsDBNull(4), reader.GetInt64(5) != 0, reader.GetInt64(6) != 0, reader.GetInt32(7));
    }

    private byte[]? DocumentHash(CreditRecord record) =>
        RecordKey.DocumentNumber(record.DocumentNumber) is { Length: > 0 } number ? database.Cipher.Index("document", number) : null;

    private void AddRevision(SqliteConnection connection, SqliteTransaction transaction, long id, string publicId, int revision, DataKey dataKey, byte[] json, byte[] contentHash, Submission submission, long now)
    {
        var grounds = submission.Grounds is { } stated ? Seal(stated, dataKey, publicId, revision) : Inherited(connection, transaction, id, publicId, revision, dataKey);
        _insertRevision ??= new(connection, """
            INSERT INTO revision (record_id, revision, content_hash, payload, source, at, grounds)
            VALUES (@id, @revision, @hash, @payload, @source, @now, @grounds)
            """, "@id", "@revision", "@hash", "@payload", "@source", "@now", "@grounds");
        var source = JsonSerializer.SerializeToUtf8Bytes(new RevisionSource(submission.Source.System, submission.Source.Row, submission.Source.Actor, submission.Reason) { AsOf = submission.Source.AsOf }, RevisionSourceJson.Default.RevisionSource);
        _insertRevision.With(transaction, id, revision, contentHash,
            dataKey.Encrypt(json, Place(publicId, revision, "payload")),
            dataKey.Encrypt(source, Place(publicId, revision, "source")), now, grounds).Run();
    }

    // Grounds stand until a person lifts them, through every correction.
    private byte[]? Inherited(SqliteConnection connection, SqliteTransaction transaction, long id, string publicId, int revision, DataKey dataKey)
    {
        if (revision == 1) return null;
        _grounds ??= new(connection, "SELECT grounds FROM revision WHERE record_id = @id AND revision = @revision", "@id", "@revision");
        return _grounds.With(transaction, id, revision - 1).Scalar() is byte[] blob
            ? dataKey.Encrypt(dataKey.Decrypt(blob, Place(publicId, revision - 1, "grounds")), Place(publicId, revision, "grounds"))
            : null;
    }

    private static byte[]? Seal(RecordGrounds grounds, DataKey dataKey, string publicId, int revision) => grounds == RecordGrounds.None
        ? null
        : dataKey.Encrypt(JsonSerializer.SerializeToUtf8Bytes(new StoredGrounds([.. grounds.Exclusions], grounds.ListEntry), RecordGroundsJson.Default.StoredGrounds), Place(publicId, revision, "grounds"));

    /// <summary>What ties an encrypted blob to its row.</summary>
    public static byte[] Place(string publicId, int revision, string column) => Encoding.UTF8.GetBytes($"{publicId}/{revision}/{column}");
}
