using System.CommandLine;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit inbound</c>: takes in what the platform forwards or has decided, from the channel or from a file, and answers.</summary>
internal static class InboundCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string?>("FILE") { Description = "JSON 文件（数组）；不写则向平台索取", HelpName = "文件", Arity = ArgumentArity.ZeroOrOne };
        var channel = new Option<string?>("--channel") { Description = "来自哪一通道；不写则全部（有文件时必须写）", HelpName = "名称" };
        var command = new Command("inbound", "接收平台转来的异议、修复、咨询和平台作出的决定，当日生效并答复") { file, channel };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is not null && result.GetValue(channel) is null) result.AddError("从文件接收时请写明 --channel。");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var lines = ReportingLines.Of(engine, parsed.GetValue(channel));
            var total = new InboundResult(0, 0, 0);
            if (parsed.GetValue(file) is { } path)
            {
                var items = PortalExchange.Items(await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false))
                    ?? throw new CreditKitException("CK1524", "文件不是平台转来事项的 JSON 数组。", "每项至少要有 number、kind（objection、enquiry、repair、personal-information、decision）和 documentNumber；decision 还要有 granted 和 ground。");
                total = await lines[0].Inbound.ImportAsync(items, cancellation).ConfigureAwait(false);
            }
            else
            {
                foreach (var line in lines)
                {
                    var one = await line.Inbound.RunAsync(cancellation).ConfigureAwait(false);
                    total = new InboundResult(total.Taken + one.Taken, total.Failed + one.Failed, total.Answered + one.Answered);
                }
            }

            if (context.Json) Json.Print(context.Output, total);
            else await context.Output.WriteLineAsync($"接收 {total.Taken:N0} 项，未能接收 {total.Failed:N0} 项，答复 {total.Answered:N0} 项。").ConfigureAwait(false);
            return total.Failed > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
        });
        return command;
    }
}
