using CreditKit.Ledger.CaseFiles;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Links between decisions, kept both ways by one row.</summary>
internal sealed class LinkTable(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);

    /// <summary>Links two decisions. False when they are linked already.</summary>
    public bool Add(DecisionLink link, string actor) => database.Write((connection, transaction) =>
    {
        if (Sql.Run(connection, transaction, "INSERT INTO decision_link VALUES (@later, @earlier, @relation, @at) ON CONFLICT DO NOTHING",
            ("@later", link.Later), ("@earlier", link.Earlier), ("@relation", (int)link.Relation), ("@at", database.Now)) == 0) return false;
        Sql.Run(connection, transaction, "INSERT INTO change (record_id) VALUES (@later), (@earlier)", ("@later", link.Later), ("@earlier", link.Earlier));
        _audit.Append(connection, transaction, actor, "link", "done", link.Later, $"earlier={link.Earlier} relation={link.Relation}");
        return true;
    });

    /// <summary>Links from and to a record, the oldest first.</summary>
    public IReadOnlyList<DecisionLink> Of(long recordId) => database.Read(connection => Sql.List(connection,
        r => new DecisionLink(r.GetInt64(0), r.GetInt64(1), (DecisionRelation)r.GetInt32(2)),
        "SELECT later, earlier, relation FROM decision_link WHERE later = @id OR earlier = @id ORDER BY at, later, earlier", ("@id", recordId)));
}
