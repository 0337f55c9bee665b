using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CreditKit.Records;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Drafts of the staff side.</summary>
internal sealed class DraftTable(LedgerDatabase database)
{
    private const string Columns = "SELECT id, owner, kind, stage, at, record_id, content FROM draft";

    /// <summary>Saves; a new one gets its id here.</summary>
    public string Save(Draft draft) => database.Write((connection, transaction) =>
    {
        var id = draft.Id.Length > 0 ? draft.Id : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var content = JsonSerializer.Serialize(draft.Values, DraftJson.Default.DictionaryStringString);
        Sql.Run(connection, transaction, """
            INSERT INTO draft (id, owner, kind, stage, at, record_id, content) VALUES (@id, @owner, @kind, @stage, @now, @record, @content)
            ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, at = excluded.at, content = excluded.content WHERE owner = excluded.owner
            """, ("@id", id), ("@owner", draft.Owner), ("@kind", (int)draft.Kind), ("@stage", (int)draft.Stage), ("@now", database.Now), ("@record", draft.RecordId), ("@content", database.Cipher.Seal(content, "draft/" + id)));
        return id;
    });

    /// <summary>A draft.</summary>
    public Draft? Find(string id) => database.Read(c => Sql.List(c, Read, $"{Columns} WHERE id = @id", ("@id", id)).FirstOrDefault());

    /// <summary>What somebody began, the newest first.</summary>
    public IReadOnlyList<Draft> Of(string owner, int limit) => database.Read(c => Sql.List(c, Read, $"{Columns} WHERE owner = @owner ORDER BY at DESC LIMIT {limit}", ("@owner", owner)));

    /// <summary>Corrections that wait for a decision, the oldest first.</summary>
    public IReadOnlyList<Draft> Corrections(int limit) => database.Read(c => Sql.List(c, Read, $"{Columns} WHERE stage = {(int)DraftStage.Correction} ORDER BY at LIMIT {limit}"));

    /// <summary>Corrections of a record.</summary>
    public IReadOnlyList<Draft> CorrectionsOf(long recordId) => database.Read(c => Sql.List(c, Read, $"{Columns} WHERE stage = {(int)DraftStage.Correction} AND record_id = @id ORDER BY at", ("@id", recordId)));

    /// <summary>Removes it.</summary>
    public void Drop(string id) => database.Write((connection, transaction) => Sql.Run(connection, transaction, "DELETE FROM draft WHERE id = @id", ("@id", id)));

    private Draft Read(SqliteDataReader r)
    {
        var id = r.GetString(0);
        var values = JsonSerializer.Deserialize(database.Cipher.Open((byte[])r.GetValue(6), "draft/" + id), DraftJson.Default.DictionaryStringString)!;
        return new Draft(id, r.GetString(1), (RecordKind)r.GetInt32(2), (DraftStage)r.GetInt32(3), Sql.Instant(r, 4)!.Value, r.IsDBNull(5) ? null : r.GetInt64(5), values);
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DraftJson : JsonSerializerContext;
