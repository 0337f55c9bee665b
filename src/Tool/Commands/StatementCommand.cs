using System.CommandLine;
using System.Globalization;
using CreditKit.Assessment;
using CreditKit.Calendar;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit statement</c>: the monthly statement, nil reports included.</summary>
internal static class StatementCommand
{
    public static Command Create(TimeProvider time)
    {
        var month = new Option<string?>("--month") { Description = "统计月份 yyyy-MM；不写则为上月", HelpName = "年月" };
        var url = new Option<string>("--url") { Description = "双公示专栏网址，填入表中", HelpName = "网址", DefaultValueFactory = _ => "" };
        var file = new Option<string?>("--out") { Description = "写成 CSV 文件", HelpName = "文件" };
        month.Validators.Add(result =>
        {
            if (result.GetValue(month) is { } text && !Try(text, out _)) result.AddError($"--month 的值“{text}”不是 2000-01 至 2999-12 之间的月份，写作 yyyy-MM。");
        });
        var command = new Command("statement", "月度统计表：产生、公示、报送、未报送及原因，含零报送；次月 10 日前上报") { month, url, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var first = parsed.GetValue(month) is { } text && Try(text, out var asked) ? asked : LastMonth(time);
            var agency = context.Options.Agency;
            var units = context.Options.Authorities.Select(a => new Authority(a.Name, a.CreditCode));
            if (agency.Name.Length > 0) units = units.Prepend(new Authority(agency.Name, agency.CreditCode));
            var rows = new MonthlyStatement(engine.Ledger, new SqliteOutbox(engine.Ledger.Database), engine.Router, engine.MayReport).Make(first, units);
            var csv = MonthlyStatement.Csv(first, rows, parsed.GetValue(url)!);
            if (parsed.GetValue(file) is { } path) await File.WriteAllTextAsync(path, csv, cancellation).ConfigureAwait(false);
            if (context.Json) Json.Print(context.Output, new { month = first.ToString("yyyy-MM", CultureInfo.InvariantCulture), dueOn = MonthlyStatement.DueOn(first), units = rows });
            else if (parsed.GetValue(file) is null) await context.Output.WriteAsync(csv.TrimStart('\uFEFF')).ConfigureAwait(false);
            else await context.Output.WriteLineAsync($"已写入 {parsed.GetValue(file)}：{rows.Count} 个单位，其中零报送 {rows.Count(r => r.IsNil)} 个；请在 {MonthlyStatement.DueOn(first):yyyy-MM-dd} 前上报。").ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }

    private static bool Try(string text, out DateOnly month) => AssessmentScope.TryMonth(text, out month);

    private static DateOnly LastMonth(TimeProvider time)
    {
        var today = ChinaTime.DateOf(time.GetUtcNow());
        return new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
    }
}
