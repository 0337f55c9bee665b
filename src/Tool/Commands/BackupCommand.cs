using System.CommandLine;
using CreditKit.Ledger.Custody;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit backup DIR</c>: a consistent copy of the ledger, made while the site writes.</summary>
internal static class BackupCommand
{
    public static Command Create(TimeProvider time)
    {
        var folder = new Argument<string>("DIR") { Description = "备份目录：不存在或为空", HelpName = "目录" };
        var command = new Command("backup", "备份台账（可在站点写入时执行；不含密钥文件，密钥须另行备份）") { folder };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var target = Path.GetFullPath(parsed.GetValue(folder)!);
            var manifest = LedgerBackup.Make(engine.Ledger, target);
            engine.Ledger.Audit(ToolContext.Actor, "backup", "done", null, $"bytes={manifest.Length} sha256={manifest.Sha256}");
            if (context.Json) Json.Print(context.Output, new { folder = target, manifest });
            else context.Output.WriteLine($"台账已备份到 {target}（{manifest.Length:N0} 字节，审计链头 {manifest.AuditHead}）。密钥文件不在其中，请另行备份：{engine.Options.KeyPath}");
            return ExitCodes.Done;
        });
        return command;
    }
}
