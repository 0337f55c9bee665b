using System.CommandLine;
using CreditKit.Intake;
using CreditKit.Records;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit withdraw ID --ground G --reason TEXT</c>: takes a record down at once.</summary>
internal static class WithdrawCommand
{
    private static readonly Dictionary<string, WithdrawalGround> s_grounds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["revoked"] = WithdrawalGround.Revoked,
        ["changed"] = WithdrawalGround.Changed,
        ["unlawful"] = WithdrawalGround.FoundUnlawful,
        ["void"] = WithdrawalGround.FoundVoid,
        ["repaired"] = WithdrawalGround.Repaired,
        ["objection"] = WithdrawalGround.Objection,
        ["reorganisation"] = WithdrawalGround.Reorganisation,
    };

    public static Command Create(TimeProvider time)
    {
        var id = new Argument<string>("ID-OR-DOCUMENT-NUMBER") { Description = "记录编号或决定文书号", HelpName = "编号或文书号" };
        var counterpart = new Option<string?>("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };
        var ground = new Option<string>("--ground") { Description = "事由：revoked 被撤销、changed 被变更、unlawful 确认违法、void 确认无效、repaired 信用修复、objection 异议成立、reorganisation 法院裁定重整", Required = true, HelpName = "事由" };
        ground.AcceptOnlyFromAmong([.. s_grounds.Keys]);
        var reason = new Option<string>("--reason") { Description = "撤下理由，将随撤下公告公开（自动脱敏）", Required = true, HelpName = "文字" };

        var command = new Command("withdraw", "当即撤下一条公示，并向已报送的通道发出撤销") { id, counterpart, ground, reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var matches = engine.Find(parsed.GetValue(id)!, parsed.GetValue(counterpart));
            if (matches.Count != 1)
            {
                await context.Error.WriteLineAsync(matches.Count == 0
                    ? "没有找到这条记录，请核对记录编号或文书号。"
                    : $"这个文书号有 {matches.Count} 条记录，请用 --counterpart 写明相对人名称或代码。").ConfigureAwait(false);
                return ExitCodes.Failed;
            }

            var outcome = await engine.Intake.WithdrawAsync(matches[0].PublicId, s_grounds[parsed.GetValue(ground)!], parsed.GetValue(reason)!, ToolContext.Actor, cancellation).ConfigureAwait(false);
            if (context.Json) Json.Print(context.Output, new { id = matches[0].PublicId, outcome });
            else await context.Output.WriteLineAsync(outcome == WithdrawalOutcome.Withdrawn ? "已撤下，专栏不再显示；撤销已排入报送。" : "此前已经撤下，没有变化。").ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }
}
