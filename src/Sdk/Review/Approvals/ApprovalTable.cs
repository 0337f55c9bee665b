using System.Text.Json;
using CreditKit.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace CreditKit.Review.Approvals;

/// <summary>Approvals in ledger.db. What a reviewer wrote is encrypted; an approval, its audit entry and its place in the change feed are one transaction.</summary>
internal sealed class ApprovalTable(LedgerDatabase database)
{
    private const string Place = "approval";

    private readonly AuditTable _audit = new(database);

    /// <summary>Writes one, unless the step was taken meanwhile or the revision is not the newest.</summary>
    public bool Add(long recordId, int revision, ApprovalStep step, bool approved, string actor, ApprovalNote note) => database.Write((connection, transaction) =>
    {
        var current = Sql.Scalar(connection, transaction, "SELECT revision FROM record WHERE id = @id AND withdrawn_at IS NULL", ("@id", recordId));
        if (current is not long newest || newest != revision) return false;
        if (Sql.Scalar(connection, transaction, "SELECT 1 FROM approval WHERE record_id = @id AND revision = @revision AND (step = @step OR approved = 0)",
            ("@id", recordId), ("@revision", revision), ("@step", (int)step)) is not null) return false;
        Sql.Run(connection, transaction, "INSERT INTO approval (record_id, revision, step, approved, at, actor, reason) VALUES (@id, @revision, @step, @approved, @at, @actor, @reason)",
            ("@id", recordId), ("@revision", revision), ("@step", (int)step), ("@approved", approved), ("@at", database.Now), ("@actor", actor), ("@reason", database.Cipher.Seal(JsonSerializer.Serialize(note, ApprovalNoteJson.Default.ApprovalNote), Place)));
        Sql.Run(connection, transaction, "INSERT INTO change (record_id) VALUES (@id)", ("@id", recordId));
        _audit.Append(connection, transaction, actor, approved ? "approve" : "return", "done", recordId, $"revision={revision} step={step}");
        return true;
    });

    /// <summary>Steps of one revision, without what was written.</summary>
    public IReadOnlyList<(ApprovalStep Step, bool Approved, string Actor)> Steps(long recordId, int revision) => database.Read(connection => Sql.List(connection,
        r => ((ApprovalStep)r.GetInt32(0), r.GetBoolean(1), r.GetString(2)),
        "SELECT step, approved, actor FROM approval WHERE record_id = @id AND revision = @revision ORDER BY id", ("@id", recordId), ("@revision", revision)));

    /// <summary>Every approval of a record, the oldest first.</summary>
    public IReadOnlyList<Approval> All(long recordId) => database.Read(connection => Sql.List(connection, Read,
        "SELECT revision, step, approved, at, actor, reason FROM approval WHERE record_id = @id ORDER BY id", ("@id", recordId)));

    /// <summary>Who wrote a revision of the record: they do not review it.</summary>
    public IReadOnlySet<string> Authors(long recordId) => database.Read(connection => Sql.List(connection, r => r.GetString(0),
        "SELECT DISTINCT actor FROM audit WHERE record_id = @id AND act IN ('submit', 'correct')", ("@id", recordId)).ToHashSet(StringComparer.Ordinal));

    private Approval Read(SqliteDataReader r) => new(r.GetInt32(0), (ApprovalStep)r.GetInt32(1), r.GetBoolean(2), Sql.Instant(r, 3)!.Value, r.GetString(4), JsonSerializer.Deserialize(database.Cipher.Open((byte[])r.GetValue(5), Place), ApprovalNoteJson.Default.ApprovalNote)!);
}
