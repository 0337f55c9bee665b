using System.CommandLine;
using CreditKit.Ledger.Access;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit access</c>: the register of who saw personal data unmasked: opening a record, the list, the review of the list.</summary>
internal static class AccessCommand
{
    public static Command Create(TimeProvider time) => new("access", "个人信息查询使用登记：打开未脱敏的记录、查看登记、审查登记") { OpenCommand(time), ListCommand(time), ReviewCommand(time) };

    private static Command OpenCommand(TimeProvider time)
    {
        var id = new Argument<string>("ID-OR-DOCUMENT-NUMBER") { Description = "记录编号或决定文书号", HelpName = "编号或文书号" };
        var counterpart = new Option<string?>("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };
        var purpose = new Option<string>("--purpose") { Description = "用途，将登记", Required = true, HelpName = "用途" };
        var person = new Option<string?>("--as") { Description = "查看人；不写则为运行命令的账号", HelpName = "姓名" };
        var approver = new Option<string?>("--approver") { Description = "批准人", HelpName = "姓名" };
        var command = new Command("open", "打开一条未脱敏的完整记录（先登记，后打开）") { id, counterpart, purpose, person, approver };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            if (Matches.One(context, engine, parsed.GetValue(id)!, parsed.GetValue(counterpart)) is not { } match) return ExitCodes.Failed;
            var request = new AccessRequest(parsed.GetValue(person) ?? ToolContext.Actor, parsed.GetValue(purpose)!, AccessKind.View, parsed.GetValue(approver));
            var opened = engine.Access.Open(match.PublicId, request)!;
            Json.Print(context.Output, new { opened.Id, opened.Revision, opened.Entry, opened.Source, record = (object)opened.Record });
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command ListCommand(TimeProvider time)
    {
        var actor = new Option<string?>("--by") { Description = "只看某人的", HelpName = "姓名" };
        var subject = new Option<string?>("--id") { Description = "只看某条记录的", HelpName = "编号" };
        var open = new Option<bool>("--unreviewed") { Description = "只看还没有审查的" };
        var after = new Option<long>("--after") { Description = "从第几条之后开始", HelpName = "序号" };
        var limit = new Option<int>("--limit") { Description = "最多列出多少条", DefaultValueFactory = _ => 100, HelpName = "条数" };
        var command = new Command("list", "查看登记：谁、何时、为何、看了哪条") { actor, subject, open, after, limit };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var entries = engine.Access.Entries(new AccessFilter
            {
                Actor = parsed.GetValue(actor),
                Subject = parsed.GetValue(subject),
                Unreviewed = parsed.GetValue(open),
                After = parsed.GetValue(after),
                Limit = parsed.GetValue(limit),
            });
            if (context.Json) Json.Print(context.Output, new { entries });
            else
            {
                foreach (var e in entries)
                    context.Output.WriteLine($"{e.Id}  {e.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss}  {e.Actor}  {Kind(e.Kind)}  {e.Subject}  用途：{e.Purpose}{(e.ReviewedBy is { } by ? $"  已由 {by} 审查" : "")}");
                context.Output.WriteLine($"共 {entries.Count} 条。");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command ReviewCommand(TimeProvider time)
    {
        var entries = new Argument<long[]>("ENTRY") { Description = "登记的序号，可写多个", Arity = ArgumentArity.OneOrMore, HelpName = "序号" };
        var person = new Option<string?>("--as") { Description = "审查人；不写则为运行命令的账号", HelpName = "姓名" };
        var note = new Option<string>("--note") { Description = "审查结论", DefaultValueFactory = _ => "", HelpName = "文字" };
        var command = new Command("review", "审查登记（不能审查自己的）") { entries, person, note };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var asked = parsed.GetValue(entries)!;
            var reviewed = engine.Access.Review(asked, parsed.GetValue(person) ?? ToolContext.Actor, parsed.GetValue(note)!);
            if (context.Json) Json.Print(context.Output, new { asked = asked.Length, reviewed });
            else context.Output.WriteLine(reviewed == asked.Length ? $"已审查 {reviewed} 条。" : $"已审查 {reviewed} 条；其余 {asked.Length - reviewed} 条不存在、已审查过，或为本人登记。");
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Kind(AccessKind kind) => kind switch
    {
        AccessKind.View => "查看",
        AccessKind.Export => "导出",
        AccessKind.Review => "审查",
        AccessKind.CaseFile => "查看案卷",
        AccessKind.Attachment => "查看附件",
        AccessKind.Original => "查看附件原件",
        _ => "查看退回行",
    };
}
