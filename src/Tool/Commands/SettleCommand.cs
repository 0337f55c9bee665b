using System.CommandLine;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit settle ENTRY</c>: a person found out what became of a row whose answer was lost.</summary>
internal static class SettleCommand
{
    public static Command Create(TimeProvider time)
    {
        var entry = new Argument<long>("ENTRY") { Description = "报送项编号，见 creditkit timeline --json", HelpName = "报送项编号" };
        var there = new Option<string?>("--there") { Description = "平台已有：写明国家编号或回执号", HelpName = "编号" };
        var again = new Option<bool>("--again") { Description = "平台没有：重新报送" };
        var command = new Command("settle", "登记结果未知的一项：平台已有，或者没有、需要重报") { entry, there, again };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(there) is null) == !result.GetValue(again)) result.AddError("请写明 --there 编号 或者 --again 之一。");
        });
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var done = new Ledger.Sqlite.SqliteOutbox(engine.Ledger.Database).Settle(parsed.GetValue(entry), !parsed.GetValue(again), parsed.GetValue(there) ?? "");
            if (done) engine.Ledger.Audit(ToolContext.Actor, "settle", "done", null, $"entry={parsed.GetValue(entry)} there={(parsed.GetValue(again) ? 0 : 1)}");
            if (context.Json) Json.Print(context.Output, new { settled = done });
            else context.Output.WriteLine(done ? "已登记。" : "这一项不在“结果未知”的状态，没有改动。");
            return done ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }
}
