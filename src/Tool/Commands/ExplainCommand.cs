using System.CommandLine;
using CreditKit.Ledger;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit explain ID-OR-DOCUMENT-NUMBER</c>: why a record shows or not, and whether it is reported.</summary>
internal static class ExplainCommand
{
    public static Command Create(TimeProvider time)
    {
        var id = new Argument<string>("ID-OR-DOCUMENT-NUMBER") { Description = "记录编号或决定文书号", HelpName = "编号或文书号" };
        var counterpart = new Option<string?>("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };
        var command = new Command("explain", "说明一条记录为何公示或不公示、报送或不报送：哪条规则、哪个版本、哪个日期") { id, counterpart };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var matches = engine.Find(parsed.GetValue(id)!, parsed.GetValue(counterpart));
            if (matches.Count == 0)
            {
                context.Error.WriteLine("没有找到这条记录，请核对记录编号或文书号（括号形式和空格不影响查找）。");
                return ExitCodes.Failed;
            }

            var answers = matches.Select(m => (Record: m, Explanation: engine.Explain(m))).ToList();
            if (context.Json)
            {
                if (answers.Count == 1) Json.Print(context.Output, Answer(answers[0]));
                else Json.Print(context.Output, new { matches = answers.Select(Answer) });
            }
            else
            {
                foreach (var (record, explanation) in answers)
                    context.Output.WriteLine($"【{record.PublicId}】第 {record.Revision} 版\n{explanation.Law.Text}\n{string.Join('\n', explanation.Channels.Select(c => $"通道 {c.Channel}：{c.Text}"))}\n".TrimEnd());
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static object Answer((LedgerRecord Record, RecordExplanation Explanation) answer)
    {
        var law = answer.Explanation.Law;
        return new
        {
            id = answer.Record.PublicId,
            revision = answer.Record.Revision,
            visible = law.Visible,
            from = law.From,
            until = law.Until,
            lastDay = law.LastDay,
            edition = law.Edition,
            rule = law.Rule,
            source = law.Source,
            due = law.Due,
            dueMeasured = law.Due is not null && !law.DueBeforeLedger,
            dueCertain = !law.DueUncertain,
            repairableFrom = law.RepairableFrom,
            reportable = answer.Explanation.Reportable,
            reasons = law.Reasons,
            channels = answer.Explanation.Channels,
            text = law.Text,
        };
    }
}
