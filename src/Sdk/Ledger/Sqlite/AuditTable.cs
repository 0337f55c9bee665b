using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>The audit chain in ledger.db: written by the transaction of the act it records.</summary>
internal sealed class AuditTable(LedgerDatabase database)
{
    private Statement? _last;
    private Statement? _insert;

    /// <summary>Appends an entry. Detail holds ids and codes only.</summary>
    public void Append(SqliteConnection connection, SqliteTransaction transaction, string actor, string act, string outcome, long? recordId, string detail) =>
        Append(connection, transaction, Tail(connection, transaction), actor, act, outcome, recordId, detail);

    /// <summary>The end of the chain, for one piece of work that appends many entries and lets nothing else append meanwhile.</summary>
    public AuditTail Tail(SqliteConnection connection, SqliteTransaction transaction)
    {
        _last ??= new(connection, "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
        using var reader = _last.With(transaction).Query();
        return reader.Read() ? new AuditTail { Number = reader.GetInt64(0), Hash = reader.GetBlob(1) } : new AuditTail { Number = 0, Hash = AuditChain.Origin };
    }

    /// <summary>Appends an entry behind <paramref name="tail"/>, which moves.</summary>
    public void Append(SqliteConnection connection, SqliteTransaction transaction, AuditTail tail, string actor, string act, string outcome, long? recordId, string detail)
    {
        _insert ??= new(connection, "INSERT INTO audit VALUES (@number, @at, @actor, @act, @outcome, @record, @detail, @hash)",
            "@number", "@at", "@actor", "@act", "@outcome", "@record", "@detail", "@hash");
        var at = database.Now;
        tail.Number++;
        tail.Hash = AuditChain.Hash(tail.Hash, tail.Number, at, actor, act, outcome, recordId, detail);
        _insert.With(transaction, tail.Number, at, actor, act, outcome, recordId, detail, tail.Hash).Run();
    }

    /// <summary>An entry's place and hash: the last one, or one by number; null when there is none.</summary>
    public AuditHead? Head(long? number) => database.Read(connection => Sql.List(connection,
        r => new AuditHead(r.GetInt64(0), Sql.Instant(r, 1)!.Value, Convert.ToHexStringLower((byte[])r.GetValue(2))),
        "SELECT number, at, hash FROM audit WHERE @number IS NULL OR number = @number ORDER BY number DESC LIMIT 1", ("@number", number)).FirstOrDefault());

    /// <summary>Walks the chain from the first entry.</summary>
    public AuditVerification Verify() => database.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, at, actor, act, outcome, record_id, detail, hash FROM audit ORDER BY number";
        using var reader = command.ExecuteReader();
        var previous = AuditChain.Origin;
        long entries = 0;
        while (reader.Read())
        {
            entries++;
            var number = reader.GetInt64(0);
            var expected = AuditChain.Hash(previous, number, reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetInt64(5), reader.GetString(6));
            previous = (byte[])reader.GetValue(7);
            if (number != entries || !expected.AsSpan().SequenceEqual(previous)) return new AuditVerification(entries, Intact: false, number);
        }

        return new AuditVerification(entries, Intact: true, null);
    });
}
