using System.CommandLine;
using CreditKit.Records;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit exclude ID --ground CODE --evidence TEXT</c>, or <c>--lift CODE --reason TEXT</c>.</summary>
internal static class ExcludeCommand
{
    public static Command Create(TimeProvider time)
    {
        var record = new RecordArgument();
        var ground = new Option<string?>("--ground") { Description = "不公开的理由；写错时列出全部可用的理由", HelpName = "代码" };
        var evidence = new Option<string?>("--evidence") { Description = "依据：法律条款，或者审查文件的名称和日期", HelpName = "文字" };
        var lift = new Option<string?>("--lift") { Description = "解除这一理由", HelpName = "代码" };
        var reason = new Option<string?>("--reason") { Description = "解除的原因", HelpName = "文字" };
        var command = new Command("exclude", "记录一条记录不公开的理由及依据，或者解除；专栏和通道随即跟进") { record.Id, record.Counterpart, ground, evidence, lift, reason };
        command.Validators.Add(result =>
        {
            if (result.GetValue(ground) is null == result.GetValue(lift) is null) result.AddError("请写明 --ground（记录理由）或者 --lift（解除理由）其中之一。");
        });
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            if (record.Find(parsed, engine, context) is not { } found) return ExitCodes.Failed;
            var changed = parsed.GetValue(lift) is { } lifted
                ? engine.Exclusions.Lift(found.PublicId, lifted, ToolContext.Actor, parsed.GetValue(reason) ?? "")
                : engine.Exclusions.Exclude(found.PublicId, new RecordedExclusion(parsed.GetValue(ground)!, parsed.GetValue(evidence) ?? ""), ToolContext.Actor);
            var now = engine.Ledger.Find(found.Id)!;
            if (context.Json) Json.Print(context.Output, new { id = now.PublicId, changed, exclusions = now.Standing.Exclusions, visible = engine.Explain(now).Law.Visible });
            else context.Output.WriteLine((changed ? "已记录。" : parsed.GetValue(lift) is null ? "没有变化。" : "没有变化：这条记录没有这一理由。") + engine.Explain(now).Law.Text);
            return ExitCodes.Done;
        });
        return command;
    }
}
