using CreditKit.Assessment.Sqlite;
using CreditKit.Calendar;
using CreditKit.Cases;
using CreditKit.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace CreditKit.Assessment;

/// <summary>
/// Counts what assessors count (evaluation definitions on the page), by the conditions that also list the records behind each
/// figure. Timeliness is measured from the decision date, by the edition's working days.
/// </summary>
internal sealed class Assessor(WorkIndex work, string ledgerPath, WorkdayCalendar calendar, TimeProvider time)
{
    private const string Sent = """
        WITH sent AS (SELECT record_id, MAX(state = 3) AS accepted, MIN(CASE WHEN state = 3 THEN 719162 + (finished_at + 28800000) / 86400000 END) AS accepted_on, MAX(state = 4) AS refused, MAX(attempts > 0 OR state IN (3, 4)) AS tried
            FROM ledger.outbox WHERE operation = 1 GROUP BY record_id)
        """;

    private const string From = "FROM work w LEFT JOIN sent s ON s.record_id = w.record_id";
    private const string Base = "w.historic = 0 AND w.decided BETWEEN @from AND @to";
    private const string NoDeadline = "2147483647";
    private const string MeasuredCondition = $"w.excluded = 0 AND w.publish_by < {NoDeadline} AND (w.published IS NOT NULL OR w.publish_by < @today)";
    private const string OnTimeCondition = $"w.excluded = 0 AND w.publish_by < {NoDeadline} AND w.published <= w.publish_by";

    private static readonly Dictionary<AssessmentList, string> s_lists = new()
    {
        [AssessmentList.Decided] = "1 = 1",
        [AssessmentList.Excluded] = "w.excluded = 1",
        [AssessmentList.Published] = "w.excluded = 0 AND w.published IS NOT NULL",
        [AssessmentList.Unpublished] = "w.excluded = 0 AND w.published IS NULL",
        [AssessmentList.Concealed] = "w.excluded = 0 AND w.published IS NULL AND w.withdrawn IS NULL AND w.publish_by < @today",
        [AssessmentList.Late] = $"w.excluded = 0 AND w.publish_by < {NoDeadline} AND (w.published > w.publish_by OR (w.published IS NULL AND w.publish_by < @today))",
        [AssessmentList.Unreported] = "w.reports = 1 AND COALESCE(s.accepted, 0) = 0",
        [AssessmentList.ReportedLate] = "w.reports = 1 AND w.report_by IS NOT NULL AND (s.accepted_on > w.report_by OR (COALESCE(s.accepted, 0) = 0 AND w.report_by < @today))",
        [AssessmentList.Refused] = "s.refused = 1 AND s.accepted = 0",
        [AssessmentList.Wrong] = "w.corrected = 1 OR (s.refused = 1 AND s.accepted = 0)",
        [AssessmentList.Flawed] = "w.excluded = 0 AND w.published IS NOT NULL AND w.errors + w.warnings > 0",
        [AssessmentList.Incomplete] = "w.filled < w.needed",
    };

    /// <summary>The figures of a scope.</summary>
    public AssessmentFigures Of(AssessmentScope scope)
    {
        var figures = work.ReadWithLedger(ledgerPath, connection => Sql.List(connection, Read, $"""
            {Sent}
            SELECT COUNT(*), {Sum(AssessmentList.Excluded)}, {Sum(AssessmentList.Published)}, {Sum(AssessmentList.Concealed)}, {Sum(AssessmentList.Late)},
                {Sum(MeasuredCondition)}, {Sum(OnTimeCondition)},
                {Sum("w.reports = 1")}, {Sum("w.reports = 1 AND s.accepted = 1")},
                {Sum("w.reports = 1 AND w.report_by IS NOT NULL AND (s.accepted = 1 OR w.report_by < @today)")}, {Sum("w.reports = 1 AND s.accepted_on <= w.report_by")},
                {Sum("w.reports = 1 AND s.tried = 1")}, {Sum(AssessmentList.Wrong)}, {Sum("w.excluded = 0 AND w.published IS NOT NULL AND w.errors + w.warnings = 0")},
                COALESCE(SUM(w.needed), 0), COALESCE(SUM(w.filled), 0),
                COUNT(DISTINCT CASE WHEN w.excluded = 0 THEN w.unit || '/' || w.item END), COUNT(DISTINCT CASE WHEN w.excluded = 0 AND w.published IS NOT NULL THEN w.unit || '/' || w.item END)
            {From} WHERE {Where(scope)}
            """, Parameters(scope)).First());
        var (objections, objectionDays) = Handling(scope, CaseKind.Objection);
        var (repairs, repairDays) = Handling(scope, CaseKind.CreditRepair);
        return figures with { Objections = objections, ObjectionDays = objectionDays, Repairs = repairs, RepairDays = repairDays };
    }

    /// <summary>The records behind a figure, in order of arrival.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="list">Which.</param>
    /// <param name="after">Only with a greater internal key.</param>
    /// <param name="size">At most so many.</param>
    public IReadOnlyList<WorkRow> List(AssessmentScope scope, AssessmentList list, long after, int size) => work.ReadWithLedger(ledgerPath, connection => Sql.List(connection, WorkIndex.Row,
        $"{Sent} SELECT w.* {From} WHERE {Where(scope)} AND ({s_lists[list]}) AND w.record_id > @after ORDER BY w.record_id LIMIT @size", [.. Parameters(scope), ("@after", after), ("@size", size)]));

    /// <summary>How long a list is.</summary>
    public long Count(AssessmentScope scope, AssessmentList list) => work.ReadWithLedger(ledgerPath, connection =>
        (long)Sql.Scalar(connection, null, $"{Sent} SELECT COUNT(*) {From} WHERE {Where(scope)} AND ({s_lists[list]})", Parameters(scope))!);

    /// <summary>Month by month, those without decisions too.</summary>
    public IReadOnlyList<AssessmentMonth> Series(AssessmentScope scope)
    {
        var days = work.Read(connection => Sql.List(connection, r => (Day: Sql.Day(r, 0)!.Value, ToPublish: r.GetInt64(1), Published: r.GetInt64(2), Measured: r.GetInt64(3), OnTime: r.GetInt64(4)), $"""
            SELECT w.decided, {Sum("w.excluded = 0")}, {Sum(AssessmentList.Published)}, {Sum(MeasuredCondition)}, {Sum(OnTimeCondition)}
            FROM work w WHERE {Where(scope)} GROUP BY w.decided
            """, Parameters(scope)));
        var months = new List<AssessmentMonth>();
        for (var month = new DateOnly(scope.From.Year, scope.From.Month, 1); month <= scope.To; month = month.AddMonths(1))
        {
            var mine = days.Where(d => d.Day.Year == month.Year && d.Day.Month == month.Month).ToList();
            months.Add(new AssessmentMonth(month, mine.Sum(d => d.ToPublish), mine.Sum(d => d.Published), mine.Sum(d => d.Measured), mine.Sum(d => d.OnTime)));
        }

        return months;
    }

    /// <summary>Units with decisions in a scope: code and name.</summary>
    public IReadOnlyList<(string Unit, string Name)> Units(AssessmentScope scope) => work.Read(connection => Sql.List(connection, r => (r.GetString(0), r.GetString(1)),
        $"SELECT w.unit, MAX(w.unit_name) FROM work w WHERE {Where(scope)} GROUP BY w.unit ORDER BY w.unit", Parameters(scope)));

    /// <summary>The unit that a person means by its code or name; null when no record is of it.</summary>
    public string? FindUnit(string codeOrName) => work.Read(connection => Sql.List(connection, r => r.GetString(0),
        "SELECT unit FROM work WHERE unit = @unit OR unit_name = @unit ORDER BY decided DESC LIMIT 1", ("@unit", codeOrName)).FirstOrDefault());

    // Cases count by the day they came in; those about a record of another unit do not count for a unit.
    private (long Count, double? Days) Handling(AssessmentScope scope, CaseKind kind)
    {
        var unit = scope.Unit is null ? "" : "AND EXISTS (SELECT 1 FROM work w WHERE w.record_id = c.record_id AND w.unit = @unit)";
        var cases = work.ReadWithLedger(ledgerPath, connection => Sql.List(connection, r => (Received: Sql.Day(r, 0)!.Value, Decided: Sql.Instant(r, 1)),
            $"SELECT c.received_day, c.decided_at FROM ledger.case_file c WHERE c.kind = @case AND c.received_day BETWEEN @from AND @to {unit}", [.. Parameters(scope), ("@case", (int)kind)]));
        var days = cases.Where(c => c.Decided is not null).Select(c => calendar.CountWorkdays(c.Received, ChinaTime.DateOf(c.Decided!.Value))).ToList();
        return (cases.Count, days.Count == 0 ? null : days.Average());
    }

    // 双公示 is permits and penalties; the other acts are counted when asked for.
    private static string Where(AssessmentScope scope) => $"{Base}{(scope.Unit is null ? "" : " AND w.unit = @unit")}{(scope.Kind is null ? " AND w.kind IN (1, 2)" : " AND w.kind = @kind")}";

    private (string, object?)[] Parameters(AssessmentScope scope) =>
    [
        ("@from", scope.From.DayNumber), ("@to", scope.To.DayNumber), ("@today", ChinaTime.DateOf(time.GetUtcNow()).DayNumber), ("@unit", scope.Unit), ("@kind", (int?)scope.Kind),
    ];

    private static string Sum(AssessmentList list) => Sum(s_lists[list]);

    private static string Sum(string condition) => $"COALESCE(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END), 0)";

    private static AssessmentFigures Read(SqliteDataReader r) => new()
    {
        Decided = r.GetInt64(0),
        Excluded = r.GetInt64(1),
        Published = r.GetInt64(2),
        Concealed = r.GetInt64(3),
        Late = r.GetInt64(4),
        Measured = r.GetInt64(5),
        OnTime = r.GetInt64(6),
        ToReport = r.GetInt64(7),
        Reported = r.GetInt64(8),
        ReportMeasured = r.GetInt64(9),
        ReportedOnTime = r.GetInt64(10),
        Submitted = r.GetInt64(11),
        Wrong = r.GetInt64(12),
        Quality = r.GetInt64(13),
        Needed = r.GetInt64(14),
        Filled = r.GetInt64(15),
        Scopes = r.GetInt64(16),
        ScopesPublished = r.GetInt64(17),
    };
}
