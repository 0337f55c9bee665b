using System.Globalization;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;

namespace CreditKit.Assessment.Sqlite;

/// <summary>Months without a decision, and their signatures.</summary>
internal sealed class NilMonthTable(LedgerDatabase database)
{
    private static readonly RecordKind[] s_kinds = [RecordKind.License, RecordKind.Penalty];
    private readonly AuditTable _audit = new(database);

    /// <summary>The finished months of the last year without a decision of a kind, since the ledger began.</summary>
    public IReadOnlyList<NilMonth> Of(WorkIndex work, string unit, bool allUnits, DateOnly today, DateOnly? since)
    {
        if (since is not { } first) return [];
        var months = new List<NilMonth>();
        for (var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1); month >= new DateOnly(first.Year, first.Month, 1) && month > today.AddYears(-1); month = month.AddMonths(-1))
            foreach (var kind in s_kinds)
                if (!work.Any(new WorkFilter { Unit = allUnits ? null : unit, Kind = kind, DecidedFrom = month, DecidedTo = month.AddMonths(1).AddDays(-1) }))
                    months.Add(Signed(unit, kind, month));
        return months;
    }

    /// <summary>Signs a month. False when it is signed already.</summary>
    public bool Sign(string unit, RecordKind kind, DateOnly month, string actor, string reason) => database.Write((connection, transaction) =>
    {
        var written = Sql.Run(connection, transaction, "INSERT OR IGNORE INTO nil_month VALUES (@unit, @kind, @month, @actor, @now, @reason)",
            ("@unit", unit), ("@kind", (int)kind), ("@month", month.DayNumber), ("@actor", actor), ("@now", database.Now), ("@reason", reason)) == 1;
        if (written) _audit.Append(connection, transaction, actor, "nil-report", "done", null, $"month={month.ToString("yyyy-MM", CultureInfo.InvariantCulture)} kind={kind} unit={unit}");
        return written;
    });

    private NilMonth Signed(string unit, RecordKind kind, DateOnly month) => database.Read(connection => Sql.List(connection,
        r => new NilMonth(month, kind, r.GetString(0), Sql.Instant(r, 1)),
        "SELECT actor, at FROM nil_month WHERE unit = @unit AND kind = @kind AND month = @month", ("@unit", unit), ("@kind", (int)kind), ("@month", month.DayNumber)).FirstOrDefault()
        ?? new NilMonth(month, kind, null, null));
}
