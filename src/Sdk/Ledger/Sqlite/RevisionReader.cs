using System.Text.Json;
using CreditKit.Records;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Every revision of a record, for the differences between them.</summary>
internal sealed class RevisionReader(LedgerDatabase database)
{
    /// <summary>The revisions, the oldest first; empty when the record was erased.</summary>
    public IReadOnlyList<RecordRevision> Of(LedgerRecord record) => database.Read(connection =>
    {
        if (Sql.Scalar(connection, null, "SELECT data_key FROM record WHERE id = @id", ("@id", record.Id)) is not byte[] wrapped) return [];
        var key = database.Cipher.Unwrap(wrapped);
        return Sql.List(connection, r =>
        {
            var revision = r.GetInt32(0);
            var source = JsonSerializer.Deserialize(key.Decrypt((byte[])r.GetValue(2), RecordTable.Place(record.PublicId, revision, "source")), RevisionSourceJson.Default.RevisionSource)!;
            var content = RecordJson.Read(record.Record.Value.Kind, key.Decrypt((byte[])r.GetValue(1), RecordTable.Place(record.PublicId, revision, "payload")));
            return new RecordRevision(revision, Sql.Instant(r, 3)!.Value, new SourceReference(source.System, source.Row, source.Actor), source.Reason, content);
        }, "SELECT revision, payload, source, at FROM revision WHERE record_id = @id ORDER BY revision", ("@id", record.Id));
    });
}
