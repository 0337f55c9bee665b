using System.CommandLine;
using CreditKit.Publication.Sqlite;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit ship FILE</c>: a snapshot of public.db for a column on another machine.</summary>
internal static class ShipCommand
{
    public static Command Create(TimeProvider time)
    {
        var target = new Argument<string>("FILE") { Description = "快照文件；整体替换，供只展示的站点（PublicOnly）放在其数据目录下作为 public.db", HelpName = "文件" };
        var command = new Command("ship", "制作公示库快照，送到另一台机器上的专栏（可在站点运行时执行）") { target };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var file = Path.GetFullPath(parsed.GetValue(target)!);
            if (file == Path.GetFullPath(engine.Options.PublicPath)) throw new CreditKitException("CK1217", "快照不能写在公示库自己的位置上。", "请写另一个文件名。");
            engine.Projector.CatchUp();
            var bytes = SnapshotShipper.Ship(engine.Options.PublicPath, file);
            engine.Ledger.Audit(ToolContext.Actor, "ship", "done", null, $"bytes={bytes}");
            if (context.Json) Json.Print(context.Output, new { file, bytes });
            else context.Output.WriteLine($"快照已写好：{file}（{bytes:N0} 字节）。撤下的记录要到下一次快照才在那台机器上消失。");
            return ExitCodes.Done;
        });
        return command;
    }
}
