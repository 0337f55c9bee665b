using System.CommandLine;
using System.Globalization;
using CreditKit.Ledger;
using CreditKit.Reporting;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit timeline ID</c>: everything that was sent of a record, when, and what came back.</summary>
internal static class TimelineCommand
{
    public static Command Create(TimeProvider time)
    {
        var id = new Argument<string>("ID-OR-DOCUMENT-NUMBER") { Description = "记录编号或决定文书号", HelpName = "编号或文书号" };
        var counterpart = new Option<string?>("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };
        var command = new Command("timeline", "一条记录的报送经过：何时排入、经哪个通道、批次、回执和平台答复") { id, counterpart };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var record = ReportingLines.Record(engine, parsed.GetValue(id)!, parsed.GetValue(counterpart));
            var traces = new Ledger.Sqlite.SqliteOutbox(engine.Ledger.Database).Timeline(record.Id);
            if (context.Json)
            {
                Json.Print(context.Output, new
                {
                    id = record.PublicId,
                    entries = traces.Select(t => new
                    {
                        entry = t.Entry.Id,
                        channel = t.Entry.Channel,
                        revision = t.Entry.Revision,
                        operation = t.Entry.Operation,
                        state = t.Entry.State,
                        attempts = t.Entry.Attempts,
                        queuedAt = t.QueuedAt,
                        finishedAt = t.FinishedAt,
                        code = t.Code,
                        batch = t.Batch,
                        number = t.Number,
                        answer = t.Answer,
                        hint = t.Entry.State == OutboxState.Rejected ? RefusalHint.For(t.Code, t.Answer) : null,
                    }),
                });
                return ExitCodes.Done;
            }

            context.Output.WriteLine($"【{record.PublicId}】报送经过（{traces.Count} 项）：");
            foreach (var trace in traces) context.Output.WriteLine(Line(trace));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Line(OutboxTrace trace)
    {
        var entry = trace.Entry;
        var words = entry.State switch
        {
            OutboxState.Accepted => $"已接收{(trace.Number is { Length: > 0 } number ? $"，回执 {number}" : "，尚无回执号")}{(trace.Batch is { Length: > 0 } batch ? $"，批次 {batch}" : "")}",
            OutboxState.Rejected => $"退回：{trace.Answer ?? trace.Code}。{RefusalHint.For(trace.Code, trace.Answer)}",
            OutboxState.Unknown => "已发出，结果未知，先核实再决定是否重发",
            OutboxState.Superseded => trace.Code is { Length: > 0 } code ? $"未再报送（{code}）" : "已被较新的版本取代",
            OutboxState.Leased => "正在报送",
            _ => entry.Attempts > 0 ? $"等待重试（已试 {entry.Attempts} 次，{trace.Code}）" : "等待报送",
        };
        return $"  {At(trace.QueuedAt)} 排入 {entry.Channel}：第 {entry.Revision} 版{(entry.Operation == OutboxOperation.Withdraw ? "撤下" : "")}{(trace.FinishedAt is { } at ? $"；{At(at)} " : "；")}{words}";
    }

    private static string At(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
