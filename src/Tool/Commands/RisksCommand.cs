using System.CommandLine;
using CreditKit.Cases;
using CreditKit.Policy;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit risks</c>: what is decided but not public, while nothing recorded says why.</summary>
internal static class RisksCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("risks", "瞒报风险清单：已作出决定而没有公示，又没有记录理由的行政决定；逾期的在前");
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var risks = engine.ConcealmentRisks();
            if (context.Json) Json.Print(context.Output, new { risks });
            else if (risks.Count == 0) context.Output.WriteLine("没有：每一项没有公示的决定都有记录的理由。");
            else
            {
                context.Output.WriteLine($"共 {risks.Count:N0} 项，其中逾期 {risks.Count(r => r.Overdue):N0} 项：");
                foreach (var risk in risks) context.Output.WriteLine($"{risk.DocumentNumber}  {risk.CounterpartName}  {Due(risk)}  {risk.Text}（{risk.RecordId}）");
            }

            return risks.Count == 0 ? ExitCodes.Done : ExitCodes.DoneWithRejections;
        });
        return command;
    }

    private static string Due(ConcealmentRisk risk) => risk.PublishBy is { } day
        ? $"应于 {day:yyyy-MM-dd} 前公示{(risk.Overdue ? "（已逾期）" : risk.Stock ? $"（{Stock.Text}）" : "")}"
        : "没有公示时限";
}
