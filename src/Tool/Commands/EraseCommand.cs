using System.CommandLine;
using CreditKit.Ledger.Custody;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit erase</c>: destroys the data key of a record or case, or erases everything whose time is over.</summary>
internal static class EraseCommand
{
    public static Command Create(TimeProvider time)
    {
        var id = new Argument<string?>("ID-OR-DOCUMENT-NUMBER") { Description = "要删除的记录：须已撤下或从未公示", Arity = ArgumentArity.ZeroOrOne, HelpName = "编号或文书号" };
        var counterpart = new Option<string?>("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };
        var file = new Option<string?>("--case") { Description = "删除一个已办结的案卷", HelpName = "回执编号" };
        var due = new Option<bool>("--due") { Description = "删除保存期已满的案卷、退回行、查询登记，以及不再使用的附件（Retention 设置）" };
        var confirm = new Option<bool>("--yes") { Description = "确认：删除后无法恢复" };
        var command = new Command("erase", "依法删除：销毁数据密钥，审计链保持完整") { id, counterpart, file, due, confirm };
        command.Validators.Add(result =>
        {
            if (new[] { result.GetValue(id) is not null, result.GetValue(file) is not null, result.GetValue(due) }.Count(x => x) != 1) result.AddError("请写明一项：记录编号、--case 回执编号或 --due。");
            else if (!result.GetValue(confirm)) result.AddError("删除后无法恢复，确认请加 --yes。");
        });
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var eraser = new Eraser(engine.Ledger.Database, engine.Options.Retention);
            if (parsed.GetValue(due))
            {
                var result = eraser.Due(ToolContext.Actor);
                if (context.Json) Json.Print(context.Output, new { result.Cases, result.Rejected, result.Accesses, result.Attachments });
                else context.Output.WriteLine($"已删除：案卷 {result.Cases} 个，退回行 {result.Rejected} 行，查询登记 {result.Accesses} 条，附件 {result.Attachments} 份。");
                return ExitCodes.Done;
            }

            if (parsed.GetValue(file) is { } number) return Tell(context, eraser.Case(number, ToolContext.Actor), "案卷未删除：没有这个案卷，尚未办结，或已经删除。");
            return Matches.One(context, engine, parsed.GetValue(id)!, parsed.GetValue(counterpart)) is { } record
                ? Tell(context, eraser.Record(record.Id, ToolContext.Actor), "记录未删除：须先撤下，且撤下通知已送达各通道。")
                : ExitCodes.Failed;
        });
        return command;
    }

    private static int Tell(ToolContext context, bool erased, string why)
    {
        if (context.Json) Json.Print(context.Output, new { erased });
        else context.Output.WriteLine(erased ? "已删除：数据密钥已销毁。请同时按保存期限销毁旧备份。" : why);
        return erased ? ExitCodes.Done : ExitCodes.Failed;
    }
}
