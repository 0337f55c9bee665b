using System.Security.Cryptography;
using CreditKit.Ledger.CaseFiles;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Cases: the reading side.</summary>
internal sealed class CaseReader(LedgerDatabase database)
{
    private const string Columns = """
        SELECT id, number, kind, state, record_id, subject_hash, channel, channel_number, marks, received_at, received_day, accept_by, due_on, due_uncertain,
               extended, decided_at, closed_at, act_pending, version, content, data_key
        FROM case_file
        """;

    public CaseRow? Find(string number) => One($"{Columns} WHERE number = @value", number);

    /// <summary>The case with this receipt; an unknown number and a wrong secret are the same answer.</summary>
    public CaseRow? Find(string number, string secret) => database.Read(connection =>
    {
        var expected = Sql.Scalar(connection, null, "SELECT secret_hash FROM case_file WHERE number = @number", ("@number", number)) as byte[];
        var given = CaseTable.SecretHash(database.Cipher, number, secret);
        return expected is not null && CryptographicOperations.FixedTimeEquals(expected, given) ? One($"{Columns} WHERE number = @value", number) : null;
    });

    public CaseRow? FindByChannel(string channel, string number) => One($"{Columns} WHERE channel_hash = @value", CaseTable.ChannelHash(database.Cipher, channel, number));

    /// <summary>Open cases, the most urgent first.</summary>
    public IReadOnlyList<CaseRow> Open() => Many($"{Columns} WHERE closed_at IS NULL ORDER BY due_on IS NULL, due_on, id");

    /// <summary>Closed cases, the newest first.</summary>
    public IReadOnlyList<CaseRow> Closed(int limit) => Many($"{Columns} WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC LIMIT @value", limit);

    /// <summary>Cases of a record, the oldest first.</summary>
    public IReadOnlyList<CaseRow> OfRecord(long recordId) => Many($"{Columns} WHERE record_id = @value ORDER BY id", recordId);

    /// <summary>Cases of a subject, the oldest first.</summary>
    public IReadOnlyList<CaseRow> OfSubject(byte[] subjectHash) => Many($"{Columns} WHERE subject_hash = @value ORDER BY id", subjectHash);

    /// <summary>Cases that are decided while the act on the record is not known to have happened.</summary>
    public IReadOnlyList<CaseRow> Pending() => Many($"{Columns} WHERE act_pending = 1 ORDER BY id");

    public IReadOnlyList<CaseEvent> Events(CaseRow row) => database.Read(connection =>
    {
        if (Key(connection, row.Id) is not { } key) return [];
        return Sql.List(connection, r => new CaseEvent(Sql.Instant(r, 1)!.Value, r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetInt32(5),
                CaseTable.Decrypt(key, row.Number, $"event/{r.GetInt32(0)}", (byte[])r.GetValue(6))),
            "SELECT step, at, actor, act, from_state, to_state, note FROM case_event WHERE case_id = @id ORDER BY step", ("@id", row.Id));
    });

    public IReadOnlyList<CaseAttachment> Attachments(CaseRow row) => database.Read(connection =>
    {
        if (Key(connection, row.Id) is not { } key) return [];
        return Sql.List(connection, r =>
        {
            var name = CaseTable.Decrypt(key, row.Number, "paper-name", (byte[])r.GetValue(3)).Split('\n', 2);
            return new CaseAttachment(r.GetInt64(0), name[0], name[1], r.GetString(1), r.GetInt64(2));
        }, "SELECT id, media_type, length, name FROM case_attachment WHERE case_id = @id ORDER BY id", ("@id", row.Id));
    });

    /// <summary>Content of a paper; null when it is none of the case.</summary>
    public byte[]? Content(CaseRow row, long attachment) => database.Read(connection =>
        Key(connection, row.Id) is { } key
        && Sql.Scalar(connection, null, "SELECT content FROM case_attachment WHERE id = @id AND case_id = @case", ("@id", attachment), ("@case", row.Id)) is byte[] blob
            ? key.Decrypt(blob, CaseTable.Place(row.Number, "paper"))
            : null);

    private CaseRow? One(string sql, object value) => database.Read(connection => Sql.List(connection, Row, sql, ("@value", value)).FirstOrDefault());

    private List<CaseRow> Many(string sql, object? value = null) => database.Read(connection =>
        value is null ? Sql.List(connection, Row, sql) : Sql.List(connection, Row, sql, ("@value", value)));

    private DataKey? Key(SqliteConnection connection, long id) =>
        Sql.Scalar(connection, null, "SELECT data_key FROM case_file WHERE id = @id", ("@id", id)) is byte[] wrapped ? database.Cipher.Unwrap(wrapped) : null;

    private CaseRow Row(SqliteDataReader r)
    {
        var number = r.GetString(1);
        var key = Sql.Blob(r, 20) is { } wrapped ? database.Cipher.Unwrap(wrapped) : null;
        return new CaseRow
        {
            Id = r.GetInt64(0),
            Number = number,
            Kind = r.GetInt32(2),
            State = r.GetInt32(3),
            RecordId = r.IsDBNull(4) ? null : r.GetInt64(4),
            SubjectHash = Sql.Blob(r, 5),
            Channel = r.IsDBNull(6) ? null : r.GetString(6),
            ChannelNumber = key is not null && Sql.Blob(r, 7) is { } theirs ? CaseTable.Decrypt(key, number, "channel-number", theirs) : null,
            Marks = r.GetBoolean(8),
            ReceivedAt = Sql.Instant(r, 9)!.Value,
            ReceivedOn = Sql.Day(r, 10)!.Value,
            AcceptBy = Sql.Day(r, 11),
            DueOn = Sql.Day(r, 12),
            DueUncertain = r.GetBoolean(13),
            Extended = r.GetBoolean(14),
            DecidedAt = Sql.Instant(r, 15),
            ClosedAt = Sql.Instant(r, 16),
            ActPending = r.GetBoolean(17),
            Version = r.GetInt32(18),
            Content = key is not null && Sql.Blob(r, 19) is { } content ? key.Decrypt(content, CaseTable.Place(number, "content")) : null,
        };
    }
}
