using CreditKit.Ledger.CaseFiles;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Public notices of cases; what they hold was masked before it came here.</summary>
internal sealed class NoticeTable(LedgerDatabase database)
{
    private const string Columns = """
        SELECT n.public_id, n.kind, r.public_id, n.document, n.authority, n.title, n.text, n.published_at, n.until_day
        FROM public_notice n LEFT JOIN record r ON r.id = n.record_id
        WHERE n.ended_at IS NULL AND (n.until_day IS NULL OR n.until_day > @today)
        """;

    public static void Insert(SqliteConnection connection, SqliteTransaction transaction, CaseRow row, PublicNotice notice) => Sql.Run(connection, transaction, """
        INSERT INTO public_notice (public_id, kind, case_id, record_id, document, authority, title, text, published_at, until_day)
        VALUES (@id, @kind, @case, @record, @document, @authority, @title, @text, @at, @until)
        """,
        ("@id", notice.Id), ("@kind", (int)notice.Kind), ("@case", row.Id), ("@record", row.RecordId), ("@document", notice.DocumentNumber), ("@authority", notice.AuthorityName),
        ("@title", notice.Title), ("@text", notice.Text), ("@at", notice.PublishedAt.ToUnixTimeMilliseconds()), ("@until", notice.Until?.DayNumber));

    public void End(SqliteConnection connection, SqliteTransaction transaction, long caseId, PublicNoticeKind kind) =>
        Sql.Run(connection, transaction, "UPDATE public_notice SET ended_at = @now WHERE case_id = @case AND kind = @kind AND ended_at IS NULL",
            ("@now", database.Now), ("@case", caseId), ("@kind", (int)kind));

    /// <summary>Notices that stand today, newest first.</summary>
    public IReadOnlyList<PublicNotice> List(DateOnly today, int limit) => database.Read(connection =>
        Sql.List(connection, Read, $"{Columns} ORDER BY n.id DESC LIMIT @limit", ("@today", today.DayNumber), ("@limit", limit)));

    /// <summary>Notices about a record that stand today, newest first.</summary>
    public IReadOnlyList<PublicNotice> OfRecord(string publicId, DateOnly today) => database.Read(connection =>
        Sql.List(connection, Read, $"{Columns} AND r.public_id = @record ORDER BY n.id DESC", ("@today", today.DayNumber), ("@record", publicId)));

    private static PublicNotice Read(SqliteDataReader r) => new()
    {
        Id = r.GetString(0),
        Kind = (PublicNoticeKind)r.GetInt32(1),
        RecordId = r.IsDBNull(2) ? null : r.GetString(2),
        DocumentNumber = r.GetString(3),
        AuthorityName = r.GetString(4),
        Title = r.GetString(5),
        Text = r.GetString(6),
        PublishedAt = Sql.Instant(r, 7)!.Value,
        Until = Sql.Day(r, 8),
    };
}
