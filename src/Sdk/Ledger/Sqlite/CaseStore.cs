using CreditKit.Ledger.CaseFiles;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Cases in ledger.db: opening and stepping. Each call is one durable transaction with its event and its audit entry.</summary>
internal sealed class CaseStore(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);
    private readonly CaseTable _cases = new(database);
    private readonly NoticeTable _notices = new(database);

    /// <summary>Opens a case. The secret is never stored, only its keyed hash.</summary>
    /// <param name="step">The first step; its row has no id and version 0.</param>
    /// <param name="secret">Secret of the receipt; null for a case that was not filed by a visitor.</param>
    /// <returns>The stored row; null when that number, or that number of the channel, is taken.</returns>
    public CaseRow? Open(CaseStep step, string? secret) => database.Write((connection, transaction) =>
    {
        if (_cases.Insert(connection, transaction, step.Row, secret) is not { } row) return null;
        Follow(connection, transaction, step with { Row = row });
        return row;
    });

    /// <summary>Takes a step. Null when somebody else was faster, or the file was erased.</summary>
    public CaseRow? Advance(CaseStep step) => database.Write((connection, transaction) =>
    {
        if (_cases.Update(connection, transaction, step.Row) is not { } row) return null;
        Follow(connection, transaction, step with { Row = row });
        return row;
    });

    /// <summary>The act on the record has happened: nothing is pending any more.</summary>
    public void ActDone(long caseId) => database.Write((connection, transaction) =>
        Sql.Run(connection, transaction, "UPDATE case_file SET act_pending = 0 WHERE id = @id", ("@id", caseId)));

    /// <summary>Destroys the key of a closed case: its file, papers and events can never be read again. The audit chain stays whole.</summary>
    public bool Erase(string number, string actor) => database.Write((connection, transaction) =>
    {
        if (Sql.Scalar(connection, transaction, "SELECT id FROM case_file WHERE number = @number AND closed_at IS NOT NULL AND act_pending = 0 AND data_key IS NOT NULL", ("@number", number)) is not long id) return false;
        Sql.Run(connection, transaction, "UPDATE case_file SET data_key = NULL, content = NULL, channel_number = NULL, secret_hash = NULL, version = version + 1 WHERE id = @id", ("@id", id));
        Sql.Run(connection, transaction, "DELETE FROM case_attachment WHERE case_id = @id", ("@id", id));
        _audit.Append(connection, transaction, actor, "case-erase", "done", null, $"case={number}");
        return true;
    });

    private void Follow(SqliteConnection connection, SqliteTransaction transaction, CaseStep step)
    {
        var row = step.Row;
        _cases.AddEvent(connection, transaction, row, step);
        foreach (var paper in step.Papers) _cases.AddPaper(connection, transaction, row, paper);
        if (step.EndNotices is { } kind) _notices.End(connection, transaction, row.Id, kind);
        foreach (var notice in step.Notices) NoticeTable.Insert(connection, transaction, row, notice);
        if (step.Answer is { } answer && row.Channel is not null) _cases.QueueAnswer(connection, transaction, row, answer.Outcome, answer.Text);
        if (row.RecordId is { } record) MarkTable.Refresh(connection, transaction, record);
        _audit.Append(connection, transaction, step.Actor, $"case-{step.Act}", "done", row.RecordId, $"case={row.Number} from={step.From} to={row.State}");
    }
}
