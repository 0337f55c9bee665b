using System.CommandLine;
using CreditKit.Ledger;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit keys rotate</c>: a new master key; every data key is wrapped anew.</summary>
internal static class KeysCommand
{
    public static Command Create(TimeProvider time)
    {
        var forget = new Option<bool>("--forget") { Description = "删去旧密钥：用旧密钥做的备份将不能再读" };
        var rotate = new Command("rotate", "更换主密钥并重新包裹每条记录的数据密钥（可在站点运行时执行，中断后再次运行即继续）") { forget };
        rotate.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var result = Progress.Run(context, "轮换密钥", report => new KeyRotation(engine.Ledger.Database).Run(ToolContext.Actor, parsed.GetValue(forget), done => report(done, null)));
            if (context.Json) Json.Print(context.Output, new { keys = result.Keys, completed = result.Completed });
            else context.Output.WriteLine($"{(result.Completed ? "已完成上次中断的轮换" : "已轮换主密钥")}，重新包裹 {result.Keys} 个数据密钥。请立即把密钥文件另行备份：{engine.Options.KeyPath}");
            return ExitCodes.Done;
        });
        return new Command("keys", "台账密钥") { rotate };
    }
}
