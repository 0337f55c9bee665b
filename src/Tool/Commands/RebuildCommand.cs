using System.CommandLine;
using CreditKit.Publication;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit rebuild</c>: makes public.db anew from the ledger.</summary>
internal static class RebuildCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("rebuild", "由台账重新生成公示库 public.db（可在站点运行时执行）");
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var started = time.GetTimestamp();
            var records = Progress.Run(context, "重建公示库", report => engine.Projector.Rebuild(new Relay(report)));
            engine.Projector.CatchUp();
            var overview = engine.Query.Overview();
            var visible = overview.Licenses + overview.Penalties;
            var seconds = Math.Round(time.GetElapsedTime(started).TotalSeconds, 3);
            if (context.Json)
                Json.Print(context.Output, new { records, visible, seconds });
            else
                context.Output.WriteLine($"公示库已重建：台账 {records} 条，当前公示 {visible} 条，用时 {seconds:0.0} 秒。");
            return ExitCodes.Done;
        });
        return command;
    }

    private sealed class Relay(Action<long, double?> report) : IProgress<ProjectionProgress>
    {
        public void Report(ProjectionProgress value) => report(value.Done, value.Total > 0 ? (double)value.Done / value.Total : null);
    }
}
