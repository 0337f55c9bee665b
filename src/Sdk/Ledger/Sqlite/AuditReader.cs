namespace CreditKit.Ledger.Sqlite;

/// <summary>The audit chain for people: newest first, by actor, act and record.</summary>
internal sealed class AuditReader(LedgerDatabase database)
{
    /// <summary>Entries before a number, the newest first.</summary>
    /// <param name="actor">Only of this person; empty: of all.</param>
    /// <param name="act">Only this act; empty: all.</param>
    /// <param name="recordId">Only about this record; null: about any.</param>
    /// <param name="before">Only smaller numbers; null: from the newest on.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<AuditEntry> List(string actor, string act, long? recordId, long? before, int limit) => database.Read(connection => Sql.List(connection,
        r => new AuditEntry(r.GetInt64(0), Sql.Instant(r, 1)!.Value, r.GetString(2), r.GetString(3), r.GetString(4), r.IsDBNull(5) ? null : r.GetString(5), r.GetString(6)),
        $"""
        SELECT a.number, a.at, a.actor, a.act, a.outcome, r.public_id, a.detail FROM audit a LEFT JOIN record r ON r.id = a.record_id
        WHERE a.number < @before AND (@actor = '' OR a.actor = @actor) AND (@act = '' OR a.act = @act) {(recordId is null ? "" : "AND a.record_id = @record")}
        ORDER BY a.number DESC LIMIT @limit
        """, ("@before", before ?? long.MaxValue), ("@actor", actor), ("@act", act), ("@record", recordId), ("@limit", limit)));

    /// <summary>Every act that occurs.</summary>
    public IReadOnlyList<string> Acts() => database.Read(connection => Sql.List(connection, r => r.GetString(0), "SELECT DISTINCT act FROM audit ORDER BY act"));
}
