using System.Text.Json;
using CreditKit.Ledger.Reviews;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>How a record is shown, in its encrypted column. Reviewers write all of it but the attachments, those only their table.</summary>
internal static class HandlingColumn
{
    /// <summary>As it stands inside the caller's transaction.</summary>
    public static RecordHandling Read(SqliteConnection connection, SqliteTransaction? transaction, long recordId, string publicId, DataKey key) =>
        Sql.Scalar(connection, transaction, "SELECT handling FROM record WHERE id = @id", ("@id", recordId)) is byte[] blob
            ? JsonSerializer.Deserialize(key.Decrypt(blob, ReviewTable.Place(publicId)), RecordHandlingJson.Default.RecordHandling)!
            : RecordHandling.None;

    /// <summary>Encrypted for its row.</summary>
    public static byte[] Seal(RecordHandling handling, string publicId, DataKey key) =>
        key.Encrypt(JsonSerializer.SerializeToUtf8Bytes(handling, RecordHandlingJson.Default.RecordHandling), ReviewTable.Place(publicId));

    public static void Write(SqliteConnection connection, SqliteTransaction transaction, long recordId, string publicId, DataKey key, RecordHandling handling) =>
        Sql.Run(connection, transaction, "UPDATE record SET handling = @handling WHERE id = @id", ("@handling", Seal(handling, publicId, key)), ("@id", recordId));
}
