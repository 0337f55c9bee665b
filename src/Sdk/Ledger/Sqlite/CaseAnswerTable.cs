using CreditKit.Ledger.CaseFiles;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Answers that channels wait for. An answer is asked again until its receipt is recorded.</summary>
internal sealed class CaseAnswerTable(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);

    /// <summary>Answers that were not sent yet, in order.</summary>
    public IReadOnlyList<CaseAnswer> Pending(string channel, int limit) => database.Read(connection => Sql.List(connection, r =>
    {
        var (number, key) = (r.GetString(1), database.Cipher.Unwrap((byte[])r.GetValue(2)));
        return new CaseAnswer(r.GetInt64(0), channel, CaseTable.Decrypt(key, number, "channel-number", (byte[])r.GetValue(3)), number, r.GetString(4),
            CaseTable.Decrypt(key, number, "answer", (byte[])r.GetValue(5)), Sql.Instant(r, 6)!.Value);
    }, """
        SELECT a.id, c.number, c.data_key, c.channel_number, a.outcome, a.text, a.queued_at
        FROM case_answer a JOIN case_file c ON c.id = a.case_id
        WHERE a.channel = @channel AND a.sent_at IS NULL AND c.data_key IS NOT NULL ORDER BY a.id LIMIT @limit
        """, ("@channel", channel), ("@limit", limit)));

    /// <summary>The channel has taken the answer. False when that was known.</summary>
    public bool Sent(long answerId, string receipt, string actor) => database.Write((connection, transaction) =>
    {
        if (Sql.Run(connection, transaction, "UPDATE case_answer SET sent_at = @now, receipt = @receipt WHERE id = @id AND sent_at IS NULL",
            ("@now", database.Now), ("@receipt", receipt), ("@id", answerId)) == 0) return false;
        _audit.Append(connection, transaction, actor, "case-answer-sent", "done", null, $"answer={answerId}");
        return true;
    });
}
