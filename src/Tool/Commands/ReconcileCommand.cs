using System.CommandLine;
using CreditKit.Reporting;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit reconcile</c>: asks the portal what it holds, lists drift both ways, repairs on command.</summary>
internal static class ReconcileCommand
{
    private const int Shown = 50;

    public static Command Create(TimeProvider time)
    {
        var channel = new Option<string?>("--channel") { Description = "只核对这一通道；不写则全部", HelpName = "名称" };
        var repair = new Option<bool>("--repair") { Description = "把差异排入报送：缺的补报，不一致的重报，多出的撤下" };
        var command = new Command("reconcile", "向平台索取其持有的数据，与台账双向核对；加 --repair 时修复") { channel, repair };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var results = new List<ReconcileResult>();
            foreach (var line in ReportingLines.Of(engine, parsed.GetValue(channel))) results.Add(await line.Reconciler.RunAsync(parsed.GetValue(repair), cancellation).ConfigureAwait(false));
            var drifts = results.Sum(r => r.Drifts.Count);
            engine.Ledger.Audit(ToolContext.Actor, "reconcile", "done", null, $"channels={results.Count} drifts={drifts} repair={(parsed.GetValue(repair) ? 1 : 0)}");
            if (context.Json)
            {
                Json.Print(context.Output, new { channels = results, drifts });
            }
            else
            {
                foreach (var result in results)
                {
                    await context.Output.WriteLineAsync($"{result.Channel}：应有 {result.Here:N0} 条，平台在库 {result.There:N0} 条，在途或待处理 {result.UnderWay:N0} 条，差异 {result.Drifts.Count:N0} 条。").ConfigureAwait(false);
                    foreach (var drift in result.Drifts.Take(Shown)) await context.Output.WriteLineAsync($"  {Words(drift.Kind)}：{drift.Id ?? drift.Number ?? "（无编号）"}{(drift.Repaired ? "，已排入报送" : "")}").ConfigureAwait(false);
                    if (result.Drifts.Count > Shown) await context.Output.WriteLineAsync($"  其余 {result.Drifts.Count - Shown:N0} 条请用 --json 查看。").ConfigureAwait(false);
                }

                if (results.Any(r => r.Drifts.Any(d => d.Repaired))) await context.Output.WriteLineAsync("已排入的数据由网站的报送进程送出，或运行 creditkit report。").ConfigureAwait(false);
            }

            return drifts > 0 && !parsed.GetValue(repair) ? ExitCodes.DoneWithRejections : ExitCodes.Done;
        });
        return command;
    }

    private static string Words(DriftKind kind) => kind switch
    {
        DriftKind.Missing => "平台缺少",
        DriftKind.Different => "内容或期限不一致",
        DriftKind.Surplus => "平台应撤未撤",
        _ => "平台有而台账没有",
    };
}
