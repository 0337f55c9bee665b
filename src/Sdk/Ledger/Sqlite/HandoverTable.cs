using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Handovers in ledger.db: who and what are encrypted, the entry of the audit chain names the unit and the day only.</summary>
internal sealed class HandoverTable(LedgerDatabase database)
{
    private const string Place = "handover";
    private readonly AuditTable _audit = new(database);

    /// <summary>Records a handover with its audit entry.</summary>
    public void Add(string unit, string person, string phone, DateOnly since, string note, string actor) => database.Write((connection, transaction) =>
    {
        var content = JsonSerializer.Serialize(new HandoverContent(person, phone, note), HandoverJson.Default.HandoverContent);
        Sql.Run(connection, transaction, "INSERT INTO handover (unit, since, actor, at, content) VALUES (@unit, @since, @actor, @now, @content)",
            ("@unit", unit), ("@since", since.DayNumber), ("@actor", actor), ("@now", database.Now), ("@content", database.Cipher.Seal(content, Place)));
        _audit.Append(connection, transaction, actor, "handover", "done", null, $"unit={unit} since={since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        return true;
    });

    /// <summary>Every handover, the newest first.</summary>
    public IReadOnlyList<Handover> All() => database.Read(connection => Sql.List(connection, r =>
    {
        var content = JsonSerializer.Deserialize(database.Cipher.Open((byte[])r.GetValue(4), Place), HandoverJson.Default.HandoverContent)!;
        return new Handover(r.GetString(0), content.Person, content.Phone, Sql.Day(r, 1)!.Value, content.Note, r.GetString(2), Sql.Instant(r, 3)!.Value);
    }, "SELECT unit, since, actor, at, content FROM handover ORDER BY since DESC, id DESC"));
}

internal sealed record HandoverContent(string Person, string Phone, string Note);

[JsonSerializable(typeof(HandoverContent))]
internal sealed partial class HandoverJson : JsonSerializerContext;
