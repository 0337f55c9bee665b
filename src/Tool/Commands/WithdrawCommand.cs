using System.CommandLine;
using CreditKit.Calendar;
using CreditKit.Cases;
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
        var record = new RecordArgument();
        var ground = new Option<string>("--ground") { Description = "事由：revoked 被撤销、changed 被变更、unlawful 确认违法、void 确认无效、repaired 信用修复、objection 异议成立、reorganisation 法院裁定重整", Required = true, HelpName = "事由" };
        ground.AcceptOnlyFromAmong([.. s_grounds.Keys]);
        var reason = new Option<string>("--reason") { Description = "撤下理由，将随撤下公告公开（自动脱敏）", Required = true, HelpName = "文字" };

        var noticed = new Option<DateOnly?>("--noticed") { Description = "收到告知（撤销、变更、确认违法或无效的文书）的日期，默认今天；用于核算撤下时限", HelpName = "日期", CustomParser = r => Dates.Parse(r) };

        var command = new Command("withdraw", "当即撤下一条公示，并向已报送的通道发出撤销；记录撤下时限和完成时间") { record.Id, record.Counterpart, ground, reason, noticed };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            if (record.Find(parsed, engine, context) is not { } found) return ExitCodes.Failed;
            var today = ChinaTime.DateOf(time.GetUtcNow());
            if (parsed.GetValue(noticed) is { } day && (day > today || day < found.Record.Value.DecisionDate))
                throw new CreditKitException("CK1723", $"收到告知的日期 {day:yyyy-MM-dd} 不可能：{(day > today ? "还没有到" : "早于作出决定的日期")}。", "请按文书签收的日期填写 --noticed；它决定撤下的时限，事后不能更改。");
            var fresh = found.Standing.WithdrawnAt is null;
            var clock = await engine.Cases.Withdrawals.NoticeAsync(found.PublicId, s_grounds[parsed.GetValue(ground)!], parsed.GetValue(noticed) ?? today,
                new Ruling(ToolContext.Actor, parsed.GetValue(reason)!), cancellation).ConfigureAwait(false);
            var outcome = fresh ? WithdrawalOutcome.Withdrawn : WithdrawalOutcome.AlreadyWithdrawn;
            if (context.Json) Json.Print(context.Output, new { id = found.PublicId, outcome, noticedOn = clock.NoticedOn, sameDay = clock.SameDay, limitOn = clock.LimitOn, syncBy = clock.SyncBy, doneAt = clock.DoneAt });
            else await context.Output.WriteLineAsync(fresh
                ? $"{(found.Standing.PublishedAt is null ? "已登记撤下；这条记录没有公示过" : "已撤下，专栏不再显示")}；报送过的通道会收到撤销{(clock.SyncBy is { } sync ? $"，须于 {sync:yyyy-MM-dd} 前送达" : "")}。"
                : "此前已经撤下，没有变化。").ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }
}
