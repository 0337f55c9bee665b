using System.CommandLine;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tool.Output;
using Microsoft.Extensions.Logging;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit report</c>: drains the outbox until nothing is due; <c>--once</c> makes one pass.</summary>
internal static class ReportCommand
{
    private const int Shown = 20;

    public static Command Create(TimeProvider time)
    {
        var once = new Option<bool>("--once") { Description = "只走一遍：每行最多报送一次" };
        var watch = new Option<bool>("--watch") { Description = "常驻：一直报送，直到被停止（没有网站进程时用它代替）" };
        var pause = new Option<string?>("--pause") { Description = "暂停一个通道，对所有进程有效", HelpName = "名称" };
        var resume = new Option<string?>("--resume") { Description = "恢复一个通道", HelpName = "名称" };
        var command = new Command("report", "向已配置的通道报送，直到没有到期的数据") { once, watch, pause, resume };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var loggers = LoggerFactory.Create(b => b.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Information));
            using var engine = context.OpenExisting(parsed.GetValue(watch) ? loggers : null);
            if (engine.Channels.Count == 0)
                throw new CreditKitException("CK1501", "没有配置报送通道。", $"请在 {Path.Combine(context.Options.DataDirectory, SettingsFile.Name)} 的 Channels 中写明通道，例如 \"province\": {{ \"Type\": \"portal-api\", \"BaseAddress\": \"https://…\", \"Token\": \"…\" }}。");
            if ((parsed.GetValue(pause) ?? parsed.GetValue(resume)) is { } name)
            {
                var line = ReportingLines.Of(engine, name)[0];
                line.Dispatcher.Outbox.Pause(line.Options.Name, parsed.GetValue(pause) is not null);
                engine.Ledger.Audit(ToolContext.Actor, parsed.GetValue(pause) is null ? "channel-resume" : "channel-pause", "done", null, $"channel={line.Options.Name}");
                if (context.Json) Json.Print(context.Output, new { channel = line.Options.Name, paused = parsed.GetValue(pause) is not null });
                else await context.Output.WriteLineAsync($"通道“{line.Options.Name}”{(parsed.GetValue(pause) is null ? "已恢复" : "已暂停；数据照常排入，恢复后送出")}。").ConfigureAwait(false);
                return ExitCodes.Done;
            }

            var hub = engine.OpenReporting();
            if (await CertificateProbe.FirstFaultAsync(engine.Channels, cancellation).ConfigureAwait(false) is { } fault) throw fault;
            if (parsed.GetValue(watch))
            {
                await context.Error.WriteLineAsync($"正在报送：{string.Join("、", engine.Channels.Select(c => c.Name))}。按 Ctrl+C 停止。").ConfigureAwait(false);
                await hub.RunAsync(loggers.CreateLogger("CreditKit.Reporting"), cancellation).ConfigureAwait(false);
                return ExitCodes.Done;
            }

            var totals = await hub.DrainAsync(parsed.GetValue(once), cancellation).ConfigureAwait(false);
            var waiting = hub.Dispatchers.SelectMany(d => d.Outbox.Waiting(d.Channel, Shown)).ToList();
            if (context.Json)
            {
                Json.Print(context.Output, new { sent = totals.Sent, accepted = totals.Accepted, rejected = totals.Rejected, pending = totals.Pending, waitingForAPerson = waiting.Count });
            }
            else
            {
                await context.Output.WriteLineAsync($"报送 {totals.Sent:N0} 次：接受 {totals.Accepted:N0}，拒绝 {totals.Rejected:N0}，待报送 {totals.Pending:N0}。").ConfigureAwait(false);
                foreach (var item in waiting)
                    await context.Output.WriteLineAsync($"  需要人工处理：{item.Entry.Channel} {item.Entry.PublicId} 第 {item.Entry.Revision} 版，平台答复：{item.Answer ?? item.Code}。{RefusalHint.For(item.Code, item.Answer)}").ConfigureAwait(false);
            }

            // Sent and nothing came of it: the channel did not answer.
            if (totals is { Pending: > 0, Sent: > 0, Accepted: 0, Rejected: 0 })
            {
                await context.Error.WriteLineAsync($"未完成：通道没有给出有效的答复（{string.Join("、", engine.Channels.Select(c => $"{c.Name} {c.BaseAddress}"))}）。数据仍在待报送之列；请检查地址、令牌和网络，平台恢复后会自动续报。").ConfigureAwait(false);
                return ExitCodes.Failed;
            }

            return totals.Rejected > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
        });
        return command;
    }
}
