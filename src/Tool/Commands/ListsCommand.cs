using System.CommandLine;
using CreditKit.Intake;
using CreditKit.Ledger;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit lists …</c>: entries of lists of serious dishonesty with the persons behind them, on their way upward.</summary>
internal static class ListsCommand
{
    public static Command Create(TimeProvider time) =>
        new("lists", "失信主体名单连同相关责任人的失信记录：收入、报送、查看（从不在公示栏显示个人）") { Import(time), Report(time), Show(time) };

    private static Command Import(TimeProvider time)
    {
        var file = Shared.File("名单文件（JSON），形式见 docs/public-lists.md");
        var command = new Command("import", "收入名单及相关责任人，加密保存；可以重复运行，内容有变的成为新的一次报送") { file };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            var entries = ListFile.Read(parsed.GetValue(file)!);
            using var engine = context.OpenEngine();
            var results = engine.Lists.Submit(entries, ToolContext.Actor);
            int Count(string outcome) => results.Count(r => r.Outcome == outcome);
            if (context.Json)
            {
                Json.Print(context.Output, new
                {
                    entries = results.Count,
                    accepted = Count("accepted"),
                    unchanged = Count("unchanged"),
                    corrected = Count("corrected"),
                    rejected = Count("rejected"),
                    results = results.Select((r, i) => new { entry = i + 1, r.Outcome, r.Id, r.Revision, r.Issues }),
                });
            }
            else
            {
                context.Output.WriteLine($"共 {results.Count} 条：新增 {Count("accepted")}，未变 {Count("unchanged")}，更正 {Count("corrected")}，未接受 {Count("rejected")}。");
                for (var i = 0; i < results.Count; i++)
                    foreach (var issue in results[i].Issues) context.Output.WriteLine($"  第 {i + 1} 条 {issue}");
            }

            return Count("rejected") > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
        });
        return command;
    }

    private static Command Report(TimeProvider time)
    {
        var channel = new Option<string?>("--channel") { Description = "只报一个通道；不写则报全部", HelpName = "名称" };
        var entry = new Option<string?>("--entry") { Description = "已用别的办法交给该通道平台的一条：与 --number 一起登记回执", HelpName = "编号" };
        var number = new Option<string?>("--number") { Description = "平台给的回执编号", HelpName = "编号" };
        var command = new Command("report", "报送有变化的名单，连同相关责任人；被退回的也再报一次。后台报送时自动进行") { channel, entry, number };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var (rejected, open) = (0, 0);
            foreach (var line in ReportingLines.Of(engine, parsed.GetValue(channel)))
            {
                if (parsed.GetValue(entry) is { } id)
                {
                    if (parsed.GetValue(channel) is null || parsed.GetValue(number) is not { Length: > 0 } typed || !line.Lists.Settle(id, typed, ToolContext.Actor))
                        throw new CreditKitException("CK1523", "没有这一条名单，或没有写明通道和回执编号。", "请用 creditkit lists show 查看编号，并写 --channel、--entry、--number。");
                    await context.Output.WriteLineAsync($"通道“{line.Options.Name}”：已登记 {id} 的回执。").ConfigureAwait(false);
                    continue;
                }

                var totals = await line.Lists.RunAsync(again: true, cancellation).ConfigureAwait(false);
                (rejected, open) = (rejected + totals.Rejected, open + totals.Open);
                if (context.Json) Json.Print(context.Output, new { channel = line.Options.Name, carries = line.Lists.Carries, totals.Sent, totals.Accepted, totals.Rejected, totals.HeldBack, totals.Open });
                else await context.Output.WriteLineAsync($"通道“{line.Options.Name}”：送出 {totals.Sent} 条，接收 {totals.Accepted} 条，退回 {totals.Rejected} 条，不报 {totals.HeldBack} 条（原因见 creditkit lists show），待回执或再报 {totals.Open} 条。").ConfigureAwait(false);
            }

            return rejected > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
        });
        return command;
    }

    private static Command Show(TimeProvider time)
    {
        var command = new Command("show", "列出名单及其在各通道的状态；不显示个人");
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var lines = engine.Channels.Count > 0 ? engine.OpenReporting().Lines : [];
            var looks = lines.Select(l => (l.Options.Name, Entries: l.Lists.Look().ToDictionary(e => e.Entry.Id, e => e.Against))).ToList();
            var rows = engine.Listed.All().Select(e => new
            {
                id = e.PublicId,
                e.Revision,
                list = e.Subject.List,
                number = e.Subject.DocumentNumber,
                persons = e.Subject.Persons.Count,
                channels = looks.Select(l => new { channel = l.Name, state = State(e, e.Reports.GetValueOrDefault(l.Name), l.Entries.GetValueOrDefault(e.Id, "")) }).ToList(),
            }).ToList();
            if (context.Json) Json.Print(context.Output, new { entries = rows });
            else if (rows.Count == 0) context.Output.WriteLine("还没有收入名单。");
            else
            {
                foreach (var row in rows)
                {
                    context.Output.WriteLine($"{row.id}  第 {row.Revision} 次  {row.list}  {row.number}  相关责任人 {row.persons} 名");
                    foreach (var c in row.channels) context.Output.WriteLine($"  {c.channel}：{c.state}");
                }
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static string State(ListedEntry entry, ListedReport? report, string against) => report is not null && report.Revision == entry.Revision
        ? report.State switch
        {
            ListedState.Accepted => $"已接收，回执 {report.Number}",
            ListedState.Rejected => $"退回：{report.Number} {report.Words}",
            _ => $"已写入 {report.Number}，等待平台回执",
        }
        : against.Length > 0 ? $"不报：{against}" : "待报";
}
