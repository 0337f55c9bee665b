using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using CreditKit.Ledger;
using CreditKit.Records;

namespace CreditKit.Reporting;

/// <summary>The statement that each unit hands in by the 10th of the following month, with nil reports; counted from the ledger.</summary>
internal sealed class MonthlyStatement(ILedger ledger, IOutbox outbox, ReportRouter router, Func<LedgerRecord, bool> mayReport)
{
    private static readonly string[] s_heads =
    [
        "单位名称", "统一社会信用代码", "统计月份", "双公示专栏网址",
        "行政许可产生数", "行政许可本网站公示数", "行政许可报送数", "行政许可未报送数", "行政许可未报送原因",
        "行政处罚产生数", "行政处罚本网站公示数", "行政处罚报送数", "行政处罚未报送数", "行政处罚未报送原因", "备注",
    ];

    /// <summary>Last day for handing it in.</summary>
    public static DateOnly DueOn(DateOnly month) => new DateOnly(month.Year, month.Month, 10).AddMonths(1);

    /// <summary>A line per unit: those named, with nil reports, then others that decided in the month.</summary>
    /// <param name="month">Any day of the month.</param>
    /// <param name="units">Units that must appear.</param>
    public IReadOnlyList<StatementRow> Make(DateOnly month, IEnumerable<Authority> units)
    {
        var reported = outbox.Reported();
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var unit in units) Of(unit);
        foreach (var record in ledger.All())
        {
            var content = record.Record.Value;
            if (content.Historic || content.DecisionDate is not { } decided || decided.Year != month.Year || decided.Month != month.Month) continue;
            Of(content.DecidingAuthority).Add(content.Kind, record.Standing.PublishedAt is not null, reported.Contains(record.Id) ? null : Why(record));
        }

        return [.. tallies.Values.Select(t => t.Row())];

        Tally Of(Authority unit) => CollectionsMarshal.GetValueRefOrAddDefault(tallies, unit.CreditCode is { Length: > 0 } code ? code : unit.Name, out _) ??= new Tally(unit);
    }

    /// <summary>The statement as CSV (UTF-8 with mark, so that spreadsheets read it).</summary>
    public static string Csv(DateOnly month, IReadOnlyList<StatementRow> rows, string address)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, s_heads);
        foreach (var row in rows)
            Line(text, [row.Unit, row.CreditCode, month.ToString("yyyy-MM", CultureInfo.InvariantCulture), address, .. Cells(row.Licenses), .. Cells(row.Penalties), row.IsNil ? "零报送" : ""]);
        return text.ToString();
    }

    private string Why(LedgerRecord record)
    {
        if (record.Standing.WithdrawnAt is not null) return "报送前已撤下";
        if (router.Channels.Count == 0) return "未配置报送通道";
        var decisions = router.Route(record.Record.Value, record.Standing, mayReport(record));
        if (!decisions.Any(d => d.Decision.Allowed)) return decisions[0].Decision.Reasons.First(r => r.Blocks).Text.TrimEnd('。');
        return (outbox.Timeline(record.Id) is [.., var last] ? last.Entry.State : (OutboxState?)null) switch
        {
            OutboxState.Rejected => "平台退回，待更正",
            null => "尚未排入报送",
            _ => "正在报送",
        };
    }

    private static IEnumerable<string> Cells(StatementCount count) =>
        [.. new[] { count.Produced, count.Published, count.Reported, count.NotReported }.Select(n => n.ToString(CultureInfo.InvariantCulture)), count.Why];

    // A cell that a spreadsheet would take for a formula is quoted as text.
    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(c =>
        $"\"{(c.Length > 0 && c[0] is '=' or '+' or '-' or '@' or '\t' ? "'" : "")}{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    private sealed class Tally(Authority unit)
    {
        private readonly Dictionary<RecordKind, (int Produced, int Published, int Reported, Dictionary<string, int> Reasons)> _kinds = [];

        public void Add(RecordKind kind, bool published, string? why)
        {
            var count = _kinds.GetValueOrDefault(kind, (0, 0, 0, []));
            if (why is not null) count.Reasons[why] = count.Reasons.GetValueOrDefault(why) + 1;
            _kinds[kind] = (count.Produced + 1, count.Published + (published ? 1 : 0), count.Reported + (why is null ? 1 : 0), count.Reasons);
        }

        public StatementRow Row() => new(unit.Name, unit.CreditCode ?? "", Count(RecordKind.License), Count(RecordKind.Penalty));

        private StatementCount Count(RecordKind kind)
        {
            var (produced, published, reported, reasons) = _kinds.GetValueOrDefault(kind, (0, 0, 0, []));
            return new StatementCount(produced, published, reported, reasons);
        }
    }
}
