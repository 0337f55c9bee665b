using System.Text;
using CreditKit.Ledger.CaseFiles;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>The rows of a case, written inside the caller's transaction. A data key per case, wrapped like a record's.</summary>
internal sealed class CaseTable(LedgerDatabase database)
{
    public CaseRow? Insert(SqliteConnection connection, SqliteTransaction transaction, CaseRow row, string? secret)
    {
        var cipher = database.Cipher;
        var key = database.Cipher.NewDataKey();
        var id = Sql.Scalar(connection, transaction, """
            INSERT INTO case_file (number, secret_hash, kind, state, record_id, subject_hash, channel, channel_hash, channel_number, marks, received_at, received_day,
                accept_by, due_on, due_uncertain, extended, decided_at, closed_at, act_pending, version, data_key, content)
            VALUES (@number, @secret, @kind, @state, @record, @subject, @channel, @channel_hash, @channel_number, @marks, @received_at, @received_day,
                @accept, @due, @uncertain, @extended, @decided, @closed, @act, 1, @key, @content)
            ON CONFLICT DO NOTHING
            RETURNING id
            """,
            ("@number", row.Number), ("@secret", secret is null ? null : SecretHash(cipher, row.Number, secret)), ("@kind", row.Kind), ("@state", row.State),
            ("@record", row.RecordId), ("@subject", row.SubjectHash), ("@channel", row.Channel),
            ("@channel_hash", row.Channel is null ? null : ChannelHash(cipher, row.Channel, row.ChannelNumber!)),
            ("@channel_number", row.ChannelNumber is null ? null : Encrypt(key, row.Number, "channel-number", row.ChannelNumber)),
            ("@marks", row.Marks), ("@received_at", row.ReceivedAt.ToUnixTimeMilliseconds()), ("@received_day", row.ReceivedOn.DayNumber),
            ("@accept", row.AcceptBy?.DayNumber), ("@due", row.DueOn?.DayNumber), ("@uncertain", row.DueUncertain), ("@extended", row.Extended),
            ("@decided", row.DecidedAt?.ToUnixTimeMilliseconds()), ("@closed", row.ClosedAt?.ToUnixTimeMilliseconds()), ("@act", row.ActPending),
            ("@key", key.Wrap()), ("@content", key.Encrypt(row.Content!, Place(row.Number, "content"))));
        return id is long number ? row with { Id = number, Version = 1 } : null;
    }

    public CaseRow? Update(SqliteConnection connection, SqliteTransaction transaction, CaseRow row)
    {
        if (Key(connection, transaction, row.Id) is not { } key) return null;
        var changed = Sql.Run(connection, transaction, """
            UPDATE case_file SET state = @state, record_id = @record, subject_hash = @subject, marks = @marks, accept_by = @accept, due_on = @due, due_uncertain = @uncertain,
                extended = @extended, decided_at = @decided, closed_at = @closed, act_pending = @act, version = version + 1, content = @content
            WHERE id = @id AND version = @version
            """,
            ("@state", row.State), ("@record", row.RecordId), ("@subject", row.SubjectHash), ("@marks", row.Marks), ("@accept", row.AcceptBy?.DayNumber), ("@due", row.DueOn?.DayNumber),
            ("@uncertain", row.DueUncertain), ("@extended", row.Extended), ("@decided", row.DecidedAt?.ToUnixTimeMilliseconds()), ("@closed", row.ClosedAt?.ToUnixTimeMilliseconds()),
            ("@act", row.ActPending), ("@content", key.Encrypt(row.Content!, Place(row.Number, "content"))), ("@id", row.Id), ("@version", row.Version));
        return changed == 1 ? row with { Version = row.Version + 1 } : null;
    }

    public void AddEvent(SqliteConnection connection, SqliteTransaction transaction, CaseRow row, CaseStep step)
    {
        var key = Key(connection, transaction, row.Id)!;
        Sql.Run(connection, transaction, "INSERT INTO case_event VALUES (@case, @step, @at, @actor, @act, @from, @to, @note)",
            ("@case", row.Id), ("@step", row.Version), ("@at", database.Now), ("@actor", step.Actor), ("@act", step.Act), ("@from", step.From), ("@to", row.State),
            ("@note", Encrypt(key, row.Number, $"event/{row.Version}", step.Note)));
    }

    public void AddPaper(SqliteConnection connection, SqliteTransaction transaction, CaseRow row, CasePaper paper)
    {
        var key = Key(connection, transaction, row.Id)!;
        Sql.Run(connection, transaction, "INSERT INTO case_attachment (case_id, media_type, length, name, content, at) VALUES (@case, @media, @length, @name, @content, @at)",
            ("@case", row.Id), ("@media", paper.MediaType), ("@length", paper.Content.Length), ("@name", Encrypt(key, row.Number, "paper-name", $"{paper.Material}\n{paper.Name}")),
            ("@content", key.Encrypt(paper.Content.Span, Place(row.Number, "paper"))), ("@at", database.Now));
    }

    public void QueueAnswer(SqliteConnection connection, SqliteTransaction transaction, CaseRow row, string outcome, string text)
    {
        var key = Key(connection, transaction, row.Id)!;
        Sql.Run(connection, transaction, "INSERT INTO case_answer (case_id, channel, outcome, text, queued_at) VALUES (@case, @channel, @outcome, @text, @at)",
            ("@case", row.Id), ("@channel", row.Channel), ("@outcome", outcome), ("@text", Encrypt(key, row.Number, "answer", text)), ("@at", database.Now));
    }

    /// <summary>What ties an encrypted blob to its case.</summary>
    public static byte[] Place(string number, string column) => Encoding.UTF8.GetBytes($"case/{number}/{column}");

    public static byte[] SecretHash(RecordCipher cipher, string number, string secret) => cipher.Index("case-secret", $"{number}\n{secret}");

    public static byte[] ChannelHash(RecordCipher cipher, string channel, string number) => cipher.Index("case-channel", $"{channel}\n{number}");

    public static string Decrypt(DataKey key, string number, string column, byte[] blob) => Encoding.UTF8.GetString(key.Decrypt(blob, Place(number, column)));

    private static byte[] Encrypt(DataKey key, string number, string column, string text) => key.Encrypt(Encoding.UTF8.GetBytes(text), Place(number, column));

    private DataKey? Key(SqliteConnection connection, SqliteTransaction transaction, long id) =>
        Sql.Scalar(connection, transaction, "SELECT data_key FROM case_file WHERE id = @id", ("@id", id)) is byte[] wrapped ? database.Cipher.Unwrap(wrapped) : null;
}
