using System.Text.Json;
using CreditKit.Ledger.Attachments;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Attachments in ledger.db: the writing side. Everything is encrypted under the key of the record, so that erasing the record erases them.</summary>
internal sealed class AttachmentTable(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);
    private Statement? _outdate;

    /// <summary>Begins to receive one; null when the record is gone.</summary>
    public AttachmentDraft? Begin(long recordId, string mediaType, string actor) => database.Write((connection, transaction) =>
    {
        if (Owner(connection, transaction, recordId) is not { } owner) return null;
        var publicId = PublicName.New();
        var id = (long)Sql.Scalar(connection, transaction, """
            INSERT INTO attachment (public_id, record_id, state, media_type, length, added_by, added_at, queued_at, detail)
            VALUES (@public, @record, 0, @media, 0, @actor, @now, @now, zeroblob(0)) RETURNING id
            """, ("@public", publicId), ("@record", recordId), ("@media", mediaType), ("@actor", actor), ("@now", database.Now))!;
        return new AttachmentDraft(id, publicId, owner.PublicId, owner.Key);
    });

    /// <summary>Keeps pieces.</summary>
    public void Write(AttachmentDraft draft, int page, int firstPart, IReadOnlyList<byte[]> pieces)
    {
        // Encrypted outside the transaction: the write lock is held for writing only.
        var blobs = new byte[pieces.Count][];
        for (var i = 0; i < blobs.Length; i++) blobs[i] = draft.Key.Encrypt(pieces[i], Place(draft.RecordPublicId, draft.PublicId, page, firstPart + i));
        _ = database.Write((connection, transaction) =>
        {
            for (var i = 0; i < blobs.Length; i++)
                Sql.Run(connection, transaction, "INSERT INTO attachment_piece VALUES (@id, @page, @part, @content)", ("@id", draft.Id), ("@page", page), ("@part", firstPart + i), ("@content", blobs[i]));
            return 0;
        });
    }

    /// <summary>Removes the pages of a copy that is made anew.</summary>
    public void DropPages(AttachmentDraft draft) => database.Write((connection, transaction) =>
        Sql.Run(connection, transaction, "DELETE FROM attachment_piece WHERE attachment_id = @id AND page > 0", ("@id", draft.Id)));

    /// <summary>Removes what could not be completed.</summary>
    public void Abandon(AttachmentDraft draft) => database.Write((connection, transaction) =>
    {
        Sql.Run(connection, transaction, "DELETE FROM attachment_piece WHERE attachment_id = @id", ("@id", draft.Id));
        return Sql.Run(connection, transaction, "DELETE FROM attachment WHERE id = @id AND state = 0", ("@id", draft.Id));
    });

    /// <summary>Original and copy are there: it waits for a reviewer.</summary>
    public bool Finish(AttachmentDraft draft, AttachmentDetail detail, long length, string? replaces, string actor) => database.Write((connection, transaction) =>
    {
        if (Sql.Run(connection, transaction, """
            UPDATE attachment SET state = 1, length = @length, detail = @detail, queued_at = @now, replaces = (SELECT id FROM attachment WHERE public_id = @replaces)
            WHERE id = @id AND state = 0 AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id AND r.data_key IS NOT NULL)
            """, ("@length", length), ("@detail", Seal(detail, draft.RecordPublicId, draft.PublicId, draft.Key)), ("@now", database.Now), ("@replaces", replaces), ("@id", draft.Id)) == 0) return false;
        var recordId = (long)Sql.Scalar(connection, transaction, "SELECT record_id FROM attachment WHERE id = @id", ("@id", draft.Id))!;
        _audit.Append(connection, transaction, actor, "attachment-add", "done", recordId, $"attachment={draft.PublicId} pages={detail.Pages.Count} bytes={length}");
        return true;
    });

    /// <summary>Records a decision with its effect on the record, all or nothing. False when it no longer stands in one of those states, or the record is gone or withdrawn.</summary>
    /// <param name="row">The attachment.</param>
    /// <param name="from">States in which the decision may be taken.</param>
    /// <param name="to">What it becomes.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="reason">Why, for what is not released.</param>
    public bool Decide(AttachmentRow row, IReadOnlyCollection<AttachmentState> from, AttachmentState to, string actor, string reason) => database.Write((connection, transaction) =>
    {
        if (Owner(connection, transaction, row.RecordId) is not { } owner || (to == AttachmentState.Released && owner.Withdrawn)) return false;
        var state = Sql.Scalar(connection, transaction, "SELECT state FROM attachment WHERE id = @id AND queued_at = @queued", ("@id", row.Id), ("@queued", row.QueuedAt.ToUnixTimeMilliseconds()));
        if (state is not long now || !from.Contains((AttachmentState)(int)now)) return false;
        Sql.Run(connection, transaction, "UPDATE attachment SET state = @to, decided_by = @actor, decided_at = @now, detail = @detail WHERE id = @id",
            ("@to", (int)to), ("@actor", actor), ("@now", database.Now), ("@detail", Seal(row.Detail with { Reason = reason }, row.RecordPublicId, row.PublicId, owner.Key)), ("@id", row.Id));
        if (to == AttachmentState.Released && row.Replaces is { } former)
            Sql.Run(connection, transaction, "UPDATE attachment SET state = 5, decided_by = @actor, decided_at = @now WHERE public_id = @former AND record_id = @record AND state IN (1, 2, 4)",
                ("@actor", actor), ("@now", database.Now), ("@former", former), ("@record", row.RecordId));
        Follow(connection, transaction, row.RecordId, owner);
        Sql.Run(connection, transaction, "INSERT INTO change (record_id) VALUES (@id)", ("@id", row.RecordId));
        _audit.Append(connection, transaction, actor, "attachment", to.ToString().ToLowerInvariant(), row.RecordId, $"attachment={row.PublicId}{(row.Replaces is { } r && to == AttachmentState.Released ? $" replaces={r}" : "")}");
        return true;
    });

    /// <summary>The record was corrected: what shows the former decision is taken down in the same transaction. How many.</summary>
    public int Outdate(SqliteConnection connection, SqliteTransaction transaction, long recordId)
    {
        _outdate ??= new(connection, "UPDATE attachment SET state = 4, queued_at = @now WHERE record_id = @id AND state = 2", "@now", "@id");
        var outdated = _outdate.With(transaction, database.Now, recordId).Run();
        if (outdated > 0 && Owner(connection, transaction, recordId) is { } owner) Follow(connection, transaction, recordId, owner);
        return outdated;
    }

    /// <summary>Destroys what belongs to a record whose key is destroyed.</summary>
    public static void Erase(SqliteConnection connection, SqliteTransaction transaction, long recordId)
    {
        Sql.Run(connection, transaction, "DELETE FROM attachment_piece WHERE attachment_id IN (SELECT id FROM attachment WHERE record_id = @id)", ("@id", recordId));
        Sql.Run(connection, transaction, "UPDATE attachment SET state = 6, detail = zeroblob(0) WHERE record_id = @id", ("@id", recordId));
    }

    /// <summary>Removes originals and copies of what was refused, replaced or taken down before an instant, and what was left half received. How many.</summary>
    public int Expire(DateTimeOffset before, DateTimeOffset halfReceivedBefore, string actor) => database.Write((connection, transaction) =>
    {
        const string due = """
            SELECT a.id FROM attachment a WHERE ((a.state IN (3, 5, 6) AND a.decided_at < @before) OR (a.state = 0 AND a.added_at < @half))
            AND EXISTS (SELECT 1 FROM attachment_piece p WHERE p.attachment_id = a.id)
            """;
        (string, object?)[] when = [("@before", before.ToUnixTimeMilliseconds()), ("@half", halfReceivedBefore.ToUnixTimeMilliseconds())];
        var expired = Convert.ToInt32(Sql.Scalar(connection, transaction, $"SELECT COUNT(*) FROM ({due})", when), System.Globalization.CultureInfo.InvariantCulture);
        if (expired == 0) return 0;
        Sql.Run(connection, transaction, $"DELETE FROM attachment_piece WHERE attachment_id IN ({due})", when);
        Sql.Run(connection, transaction, "DELETE FROM attachment WHERE state = 0 AND added_at < @half", when[1]);
        _audit.Append(connection, transaction, actor, "attachment-expire", "done", null, $"attachments={expired}");
        return expired;
    });

    /// <summary>What ties a piece to its place.</summary>
    public static byte[] Place(string recordPublicId, string publicId, int page, int part) => RecordTable.Place(recordPublicId, 0, $"attachment/{publicId}/{page}/{part}");

    /// <summary>What ties the words about an attachment to it.</summary>
    public static byte[] DetailPlace(string recordPublicId, string publicId) => RecordTable.Place(recordPublicId, 0, $"attachment/{publicId}/detail");

    private static byte[] Seal(AttachmentDetail detail, string recordPublicId, string publicId, DataKey key) =>
        key.Encrypt(JsonSerializer.SerializeToUtf8Bytes(detail, AttachmentDetailJson.Default.AttachmentDetail), DetailPlace(recordPublicId, publicId));

    // The record itself says what becomes public with it, so that a projection need not ask this table.
    private static void Follow(SqliteConnection connection, SqliteTransaction transaction, long recordId, RecordOwner owner)
    {
        using var command = Sql.Command(connection, transaction, "SELECT public_id, detail FROM attachment WHERE record_id = @id AND state = 2 ORDER BY id", ("@id", recordId));
        var released = new List<ReleasedAttachment>();
        using (var reader = command.ExecuteReader())
            while (reader.Read())
            {
                var id = reader.GetString(0);
                var detail = JsonSerializer.Deserialize(owner.Key.Decrypt((byte[])reader.GetValue(1), DetailPlace(owner.PublicId, id)), AttachmentDetailJson.Default.AttachmentDetail)!;
                released.Add(new ReleasedAttachment(id, detail.Title, detail.Pages));
            }

        var handling = HandlingColumn.Read(connection, transaction, recordId, owner.PublicId, owner.Key);
        HandlingColumn.Write(connection, transaction, recordId, owner.PublicId, owner.Key, handling with { Attachments = released });
    }

    private RecordOwner? Owner(SqliteConnection connection, SqliteTransaction transaction, long recordId)
    {
        using var command = Sql.Command(connection, transaction, "SELECT public_id, data_key, withdrawn_at FROM record WHERE id = @id AND data_key IS NOT NULL", ("@id", recordId));
        using var reader = command.ExecuteReader();
        return reader.Read() ? new RecordOwner(reader.GetString(0), database.Cipher.Unwrap((byte[])reader.GetValue(1)), !reader.IsDBNull(2)) : null;
    }

    private sealed record RecordOwner(string PublicId, DataKey Key, bool Withdrawn);
}
