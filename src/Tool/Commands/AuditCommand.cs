using System.CommandLine;
using System.Globalization;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit audit verify|head</c>: walks the audit chain; prints its end, to be kept elsewhere.</summary>
internal static class AuditCommand
{
    public static Command Create(TimeProvider time) => new("audit", "审计链") { Verify(time), Head(time) };

    private static Command Verify(TimeProvider time)
    {
        var known = new Option<string?>("--head") { Description = "另行保存的链头（creditkit audit head 打印的 序号:散列）：核对它仍在链上，能发现被截去或整体重写", HelpName = "序号:散列" };
        known.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Parse(text) is null) result.AddError("--head 应写作 序号:64 位十六进制散列。");
        });
        var verify = new Command("verify", "逐条核对审计链：缺失、改动或错序的条目会被找出并定位") { known };
        verify.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var result = engine.Ledger.VerifyAudit();
            if (result.Intact && parsed.GetValue(known) is { } text && Parse(text) is var (number, hash) && engine.Ledger.AuditHead(number)?.Hash != hash)
                result = result with { Intact = false, BrokenAt = number };
            if (context.Json)
                Json.Print(context.Output, result);
            else
                context.Output.WriteLine(result.Intact
                    ? $"审计链完整，共 {result.Entries} 条。"
                    : $"审计链在第 {result.BrokenAt} 条处断开：该条或其前一条被改动、删除或调换。请保全现场并从备份核对。");
            return result.Intact ? ExitCodes.Done : ExitCodes.DoneWithRejections;
        });
        return verify;
    }

    private static Command Head(TimeProvider time)
    {
        var head = new Command("head", "打印审计链的链头：每日打印或发往别处保存，以后可证明此前的条目未被改动");
        head.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var last = engine.Ledger.AuditHead() ?? new Ledger.AuditHead(0, default, "");
            if (context.Json) Json.Print(context.Output, new { number = last.Number, at = last.At, hash = last.Hash, head = last.ToString() });
            else context.Output.WriteLine($"{last.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss}  {last}");
            return ExitCodes.Done;
        });
        return head;
    }

    private static (long Number, string Hash)? Parse(string text)
    {
        var split = text.IndexOf(':', StringComparison.Ordinal);
        return split > 0 && long.TryParse(text.AsSpan(0, split), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text.Length == split + 65
            ? (number, text[(split + 1)..].ToLowerInvariant())
            : null;
    }
}
