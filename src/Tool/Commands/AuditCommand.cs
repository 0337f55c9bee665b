using System.CommandLine;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit audit verify</c>: walks the audit chain.</summary>
internal static class AuditCommand
{
    public static Command Create(TimeProvider time)
    {
        var verify = new Command("verify", "逐条核对审计链：缺失、改动或错序的条目会被找出并定位");
        verify.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var result = engine.Ledger.VerifyAudit();
            if (context.Json)
                Json.Print(context.Output, result);
            else
                context.Output.WriteLine(result.Intact
                    ? $"审计链完整，共 {result.Entries} 条。"
                    : $"审计链在第 {result.BrokenAt} 条处断开：该条或其前一条被改动、删除或调换。请保全现场并从备份核对。");
            return result.Intact ? ExitCodes.Done : ExitCodes.DoneWithRejections;
        });
        return new Command("audit", "审计链") { verify };
    }
}
