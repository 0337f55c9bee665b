using System.Globalization;
using CreditKit.Assessment.Sqlite;
using CreditKit.Cases;
using CreditKit.Ledger.Sqlite;

namespace CreditKit.Assessment;

/// <summary>Cases as work: counted and paged by key over clear columns, so that only the cases of a page are opened.</summary>
internal sealed class CaseWork(WorkIndex work, string ledgerPath)
{
    // Until a case is admitted its first limit is the one for admission.
    private const string Due = "COALESCE(CASE WHEN c.state = @received THEN COALESCE(c.accept_by, c.due_on) ELSE c.due_on END, 2147483647)";
    private const string From = "FROM ledger.case_file c LEFT JOIN work w ON w.record_id = c.record_id";

    /// <summary>Numbers of open cases, the nearest limit first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cursor">Where the page begins; null: at the start.</param>
    /// <param name="size">Cases.</param>
    public CaseWorkPage Open(CaseWorkFilter filter, string? cursor, int size)
    {
        var (due, id) = Cursor(cursor, -1);
        return Page($"SELECT c.number, {Due}, c.id {From} WHERE c.closed_at IS NULL AND {Where(filter)} AND ({Due}, c.id) > (@at, @id) ORDER BY 2, 3 LIMIT @size", filter, due, id, size);
    }

    /// <summary>Numbers of closed cases, the newest first.</summary>
    public CaseWorkPage Closed(string? unit, string? cursor, int size)
    {
        var filter = new CaseWorkFilter { Unit = unit };
        var (at, id) = Cursor(cursor, long.MaxValue);
        return Page($"SELECT c.number, c.closed_at, c.id {From} WHERE c.closed_at IS NOT NULL AND {Where(filter)} AND (c.closed_at, c.id) < (@at, @id) ORDER BY c.closed_at DESC, c.id DESC LIMIT @size", filter, at, id, size);
    }

    /// <summary>How many open cases there are.</summary>
    public long Count(CaseWorkFilter filter) => work.ReadWithLedger(ledgerPath, connection =>
        (long)Sql.Scalar(connection, null, $"SELECT COUNT(*) {From} WHERE c.closed_at IS NULL AND {Where(filter)}", Parameters(filter))!);

    private CaseWorkPage Page(string sql, CaseWorkFilter filter, long at, long id, int size) => work.ReadWithLedger(ledgerPath, connection =>
    {
        var rows = Sql.List(connection, r => (Number: r.GetString(0), At: r.GetInt64(1), Id: r.GetInt64(2)), sql, [.. Parameters(filter), ("@at", at), ("@id", id), ("@size", size + 1)]);
        return rows.Count <= size
            ? new CaseWorkPage([.. rows.Select(r => r.Number)], null)
            : new CaseWorkPage([.. rows.Take(size).Select(r => r.Number)], string.Create(CultureInfo.InvariantCulture, $"{rows[size - 1].At}-{rows[size - 1].Id}"));
    });

    // A case about no record, or about one that the index does not have yet, is everybody's.
    private static string Where(CaseWorkFilter filter)
    {
        var where = filter.Unit is null ? "1 = 1" : "(w.unit IS NULL OR w.unit = @unit)";
        if (filter.DueFrom is not null) where += $" AND {Due} >= @from";
        if (filter.DueBy is not null) where += $" AND {Due} <= @by";
        if (filter.ReceivedBefore is not null) where += " AND c.received_day < @before";
        return where;
    }

    private static (string, object?)[] Parameters(CaseWorkFilter filter) =>
    [
        ("@received", (int)CaseState.Received), ("@unit", filter.Unit), ("@from", filter.DueFrom?.DayNumber), ("@by", filter.DueBy?.DayNumber), ("@before", filter.ReceivedBefore?.DayNumber),
    ];

    private static (long At, long Id) Cursor(string? cursor, long start) =>
        cursor?.Split('-') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? (place, key)
            : (start, start);
}
