using CreditKit.Ledger.Access;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>The access register in ledger.db. What a person wrote (purpose, note) is encrypted.</summary>
internal sealed class AccessTable(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);

    public long Enter(AccessRequest request, string subject, long? recordId) => database.Write((connection, transaction) =>
    {
        var id = (long)Sql.Scalar(connection, transaction,
            "INSERT INTO access (at, actor, approver, kind, subject, record_id, purpose) VALUES (@now, @actor, @approver, @kind, @subject, @record, @purpose) RETURNING id",
            ("@now", database.Now), ("@actor", request.Actor), ("@approver", request.Approver), ("@kind", (int)request.Kind), ("@subject", subject), ("@record", recordId),
            ("@purpose", database.Cipher.Seal(request.Purpose, "access/purpose")))!;
        _audit.Append(connection, transaction, request.Actor, "access", request.Kind.ToString().ToLowerInvariant(), recordId, $"access={id} subject={subject}");
        return id;
    });

    /// <summary>Whether somebody saw a subject in that way at an instant or later.</summary>
    public bool Saw(string actor, string subject, AccessKind kind, DateTimeOffset since) => database.Read(connection =>
        Sql.Scalar(connection, null, "SELECT 1 FROM access WHERE at >= @since AND actor = @actor AND subject = @subject AND kind = @kind LIMIT 1",
            ("@since", since.ToUnixTimeMilliseconds()), ("@actor", actor), ("@subject", subject), ("@kind", (int)kind)) is not null);

    public IReadOnlyList<AccessEntry> List(AccessFilter filter) => database.Read(connection => Sql.List(connection, Read, """
        SELECT id, at, actor, approver, kind, subject, purpose, reviewed_at, reviewed_by, review_note FROM access
        WHERE id > @after AND (@from IS NULL OR at >= @from) AND (@until IS NULL OR at < @until) AND (@actor IS NULL OR actor = @actor)
          AND (@subject IS NULL OR subject = @subject) AND (@open = 0 OR reviewed_at IS NULL)
        ORDER BY id LIMIT @limit
        """, ("@after", filter.After), ("@from", filter.From?.ToUnixTimeMilliseconds()), ("@until", filter.Until?.ToUnixTimeMilliseconds()),
        ("@actor", filter.Actor), ("@subject", filter.Subject), ("@open", filter.Unreviewed), ("@limit", filter.Limit)));

    public int Review(IReadOnlyCollection<long> entries, string reviewer, string note) => database.Write((connection, transaction) =>
    {
        var reviewed = 0;
        foreach (var id in entries)
            reviewed += Sql.Run(connection, transaction, "UPDATE access SET reviewed_at = @now, reviewed_by = @by, review_note = @note WHERE id = @id AND reviewed_at IS NULL AND actor <> @by",
                ("@now", database.Now), ("@by", reviewer), ("@note", database.Cipher.Seal(note, "access/note")), ("@id", id));
        if (reviewed > 0) _audit.Append(connection, transaction, reviewer, "access-review", "done", null, $"entries={reviewed}");
        return reviewed;
    });

    /// <summary>Removes entries from before an instant, a stretch at a time.</summary>
    public int Remove(DateTimeOffset before, int limit, string actor) => database.Write((connection, transaction) =>
    {
        var removed = Sql.Run(connection, transaction, "DELETE FROM access WHERE id IN (SELECT id FROM access WHERE at < @before ORDER BY at LIMIT @limit)",
            ("@before", before.ToUnixTimeMilliseconds()), ("@limit", limit));
        if (removed > 0) _audit.Append(connection, transaction, actor, "access-expire", "done", null, $"entries={removed}");
        return removed;
    });

    private AccessEntry Read(SqliteDataReader r) => new(r.GetInt64(0), Sql.Instant(r, 1)!.Value, r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), (AccessKind)r.GetInt32(4),
        r.GetString(5), database.Cipher.Open((byte[])r.GetValue(6), "access/purpose"), Sql.Instant(r, 7), r.IsDBNull(8) ? null : r.GetString(8),
        Sql.Blob(r, 9) is { } note ? database.Cipher.Open(note, "access/note") : null);
}
