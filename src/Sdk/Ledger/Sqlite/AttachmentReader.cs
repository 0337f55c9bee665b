using System.Text.Json;
using CreditKit.Ledger.Attachments;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Attachments: the reading side.</summary>
internal sealed class AttachmentReader(LedgerDatabase database)
{
    private const string Columns = """
        SELECT a.id, a.public_id, a.record_id, r.public_id, a.state, a.media_type, a.length, f.public_id, a.added_by, a.added_at, a.queued_at, a.decided_by, a.decided_at, a.detail, r.data_key
        FROM attachment a JOIN record r ON r.id = a.record_id LEFT JOIN attachment f ON f.id = a.replaces
        WHERE a.state <> 0 AND r.data_key IS NOT NULL AND length(a.detail) > 0
        """;

    public AttachmentRow? Find(string publicId) => database.Read(connection => Sql.List(connection, Row, $"{Columns} AND a.public_id = @id", ("@id", publicId)).FirstOrDefault());

    /// <summary>Of one record, the oldest first.</summary>
    public IReadOnlyList<AttachmentRow> Of(long recordId) => database.Read(connection => Sql.List(connection, Row, $"{Columns} AND a.record_id = @id ORDER BY a.id", ("@id", recordId)));

    /// <summary>What waits for a reviewer, the oldest first.</summary>
    public IReadOnlyList<AttachmentRow> Waiting(int limit) => database.Read(connection => Sql.List(connection, Row, $"{Columns} AND a.state IN (1, 4) AND r.withdrawn_at IS NULL ORDER BY a.id LIMIT @limit", ("@limit", limit)));

    /// <summary>Number of those of a record that are not refused, replaced or taken down.</summary>
    public int Count(long recordId) => database.Read(connection => Convert.ToInt32(
        Sql.Scalar(connection, null, "SELECT COUNT(*) FROM attachment WHERE record_id = @id AND state IN (0, 1, 2, 4)", ("@id", recordId)), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A piece of an original (page 0) or of a page of its copy, decrypted; null when it is gone.</summary>
    public byte[]? Piece(string publicId, int page, int part) => database.Read(connection =>
    {
        using var command = Sql.Command(connection, null, """
            SELECT p.content, r.data_key, r.public_id FROM attachment a JOIN record r ON r.id = a.record_id JOIN attachment_piece p ON p.attachment_id = a.id
            WHERE a.public_id = @id AND p.page = @page AND p.part = @part AND r.data_key IS NOT NULL
            """, ("@id", publicId), ("@page", page), ("@part", part));
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? database.Cipher.Unwrap((byte[])reader.GetValue(1)).Decrypt((byte[])reader.GetValue(0), AttachmentTable.Place(reader.GetString(2), publicId, page, part))
            : null;
    });

    private AttachmentRow Row(SqliteDataReader r)
    {
        var (publicId, record) = (r.GetString(1), r.GetString(3));
        var detail = database.Cipher.Unwrap((byte[])r.GetValue(14)).Decrypt((byte[])r.GetValue(13), AttachmentTable.DetailPlace(record, publicId));
        return new AttachmentRow
        {
            Id = r.GetInt64(0),
            PublicId = publicId,
            RecordId = r.GetInt64(2),
            RecordPublicId = record,
            State = (AttachmentState)r.GetInt32(4),
            MediaType = r.GetString(5),
            Length = r.GetInt64(6),
            Replaces = r.IsDBNull(7) ? null : r.GetString(7),
            AddedBy = r.GetString(8),
            AddedAt = Sql.Instant(r, 9)!.Value,
            QueuedAt = Sql.Instant(r, 10)!.Value,
            DecidedBy = r.IsDBNull(11) ? null : r.GetString(11),
            DecidedAt = Sql.Instant(r, 12),
            Detail = JsonSerializer.Deserialize(detail, AttachmentDetailJson.Default.AttachmentDetail)!,
        };
    }
}
