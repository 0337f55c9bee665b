using System.CommandLine;
using CreditKit.Calendar;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit due DATE</c>: the deadline by the working-day calendar.</summary>
internal static class DueCommand
{
    public static Command Create()
    {
        var date = new Argument<DateOnly>("DATE")
        {
            Description = "起算日，例如 2026-09-28（当日不计入）",
            HelpName = "日期",
            CustomParser = result => Dates.Parse(result),
        };
        var workdays = new Option<int>("--workdays") { Description = "工作日数", DefaultValueFactory = _ => 7, HelpName = "天数" };
        workdays.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 10_000) result.AddError("--workdays 应在 0 至 10000 之间。");
        });

        var command = new Command("due", "按工作日历计算期限：自次日起算的第 N 个工作日") { date, workdays };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, TimeProvider.System);
            var start = parsed.GetValue(date);
            var days = parsed.GetValue(workdays);
            var due = WorkdayCalendar.Load(context.Options.DataDirectory).AddWorkdays(start, days);
            if (context.Json)
                Json.Print(context.Output, new { due = due.Date, certain = due.Certain, note = due.Note });
            else
                context.Output.WriteLine($"{start:yyyy-MM-dd} 起 {days} 个工作日：{due.Date:yyyy-MM-dd}{(due.Certain ? "" : "（待确认）")}\n{due.Note}".TrimEnd());
            return ExitCodes.Done;
        });
        return command;
    }
}
