using System.CommandLine;
using CreditKit.Ledger.Custody;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit restore DIR</c>: puts a backup in place, checks it, and makes public.db anew.</summary>
internal static class RestoreCommand
{
    private static readonly string[] s_companions = ["", "-wal", "-shm", "-signal"];

    public static Command Create(TimeProvider time)
    {
        var folder = new Argument<string>("DIR") { Description = "creditkit backup 制作的目录", HelpName = "目录" };
        var command = new Command("restore", "从备份恢复台账并重建公示库（先停止站点，并把密钥文件放回原处）") { folder };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            if (!File.Exists(context.Options.KeyPath) && context.Options.FieldProtector is null)
                throw new CreditKitException("CK1301", $"找不到台账的密钥文件：{context.Options.KeyPath}。", "请先恢复与备份同属一份台账的密钥文件；没有密钥，备份的内容无法读取。");
            var manifest = LedgerBackup.Restore(parsed.GetValue(folder)!, context.Options.LedgerPath);

            // A public.db of another state of the ledger must not be followed further.
            foreach (var left in s_companions) File.Delete(context.Options.PublicPath + left);
            using var engine = context.OpenExisting();
            var audit = engine.Ledger.VerifyAudit();
            var whole = audit.Intact && (manifest.AuditHead.Length == 0 || engine.Ledger.AuditHead()?.ToString() == manifest.AuditHead);
            var records = Progress.Run(context, "重建公示库", _ => engine.Projector.Rebuild());
            engine.Ledger.Audit(ToolContext.Actor, "restore", whole ? "done" : "audit-broken", null, $"sha256={manifest.Sha256}");
            if (context.Json) Json.Print(context.Output, new { records, auditIntact = whole, manifest });
            else context.Output.WriteLine($"台账已恢复到 {manifest.MadeAt.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss} 的状态，公示库已重建（{records} 条）。{(whole ? "审计链完整。" : "审计链与备份时不一致，请查明原因。")}备份之后的报送结果请用 creditkit reconcile 核对。");
            return whole ? ExitCodes.Done : ExitCodes.DoneWithRejections;
        });
        return command;
    }
}
