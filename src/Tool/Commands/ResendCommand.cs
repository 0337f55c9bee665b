using System.CommandLine;
using CreditKit.Ledger;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit resend</c>: queues one record again, what a channel was never told, or everything it may carry.</summary>
internal static class ResendCommand
{
    public static Command Create(TimeProvider time)
    {
        var id = new Argument<string?>("ID-OR-DOCUMENT-NUMBER") { Description = "记录编号或决定文书号", HelpName = "编号或文书号", Arity = ArgumentArity.ZeroOrOne };
        var counterpart = new Option<string?>("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };
        var channel = new Option<string?>("--channel") { Description = "只对这一通道；不写则全部", HelpName = "名称" };
        var missing = new Option<bool>("--missing") { Description = "补报：该通道从未报送过、现在可以报送的全部记录" };
        var all = new Option<bool>("--all") { Description = "全量：该通道可以报送的全部记录，已接收的也重报" };
        var command = new Command("resend", "按指令重报一条记录、补报或全量报送") { id, counterpart, channel, missing, all };
        command.Validators.Add(result =>
        {
            var asked = (result.GetValue(id) is null ? 0 : 1) + (result.GetValue(missing) ? 1 : 0) + (result.GetValue(all) ? 1 : 0);
            if (asked != 1) result.AddError("请写明一条记录、--missing 或 --all 之一。");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var lines = ReportingLines.Of(engine, parsed.GetValue(channel));
            var record = parsed.GetValue(id) is { } text ? ReportingLines.Record(engine, text, parsed.GetValue(counterpart)) : null;
            var queued = 0L;
            foreach (var line in lines)
            {
                if (record is null)
                {
                    queued += line.Backlog.Queue(parsed.GetValue(all), cancellation);
                    continue;
                }

                var newest = line.Dispatcher.Outbox.Timeline(record.Id).LastOrDefault(t => t.Entry.Channel == line.Options.Name && t.Entry.State != OutboxState.Superseded);
                var withdrawn = record.Standing.WithdrawnAt is not null;
                if (newest is null && (withdrawn || !engine.Router.Decide(line.Options, record.Record.Value, record.Standing, engine.MayReport(record)).Allowed)) continue;
                if (line.Dispatcher.Outbox.Queue(line.Options.Name, record.Id, record.Revision, withdrawn ? OutboxOperation.Withdraw : OutboxOperation.Upsert)) queued++;
            }

            engine.Ledger.Audit(ToolContext.Actor, "resend", "done", record?.Id, $"channels={lines.Count} queued={queued}");
            if (context.Json) Json.Print(context.Output, new { queued });
            else context.Output.WriteLine(queued > 0 ? $"已排入 {queued:N0} 条；由网站的报送进程送出，或运行 creditkit report。" : "没有可以排入的：正在报送途中、按规定不报送，或者没有记录。用 creditkit explain 查看原因。");
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
