using System.CommandLine;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit report</c>: drains the outbox until nothing is due; <c>--once</c> makes one pass.</summary>
internal static class ReportCommand
{
    public static Command Create(TimeProvider time)
    {
        var once = new Option<bool>("--once") { Description = "只走一遍：每行最多报送一次" };
        var command = new Command("report", "向已配置的通道报送，直到没有到期的数据") { once };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenEngine();
            if (engine.Channels.Count == 0)
                throw new CreditKitException("CK1501", "没有配置报送通道。", $"请在 {Path.Combine(context.Options.DataDirectory, SettingsFile.Name)} 的 Channels 中写明通道，例如 \"province\": {{ \"Type\": \"portal-api\", \"BaseAddress\": \"https://…\", \"Token\": \"…\" }}。");
            var totals = await engine.OpenReporting().DrainAsync(parsed.GetValue(once), cancellation).ConfigureAwait(false);
            if (context.Json) Json.Print(context.Output, totals);
            else await context.Output.WriteLineAsync($"报送 {totals.Sent:N0} 次：接受 {totals.Accepted:N0}，拒绝 {totals.Rejected:N0}，待报送 {totals.Pending:N0}。").ConfigureAwait(false);
            return totals.Rejected > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
        });
        return command;
    }
}
