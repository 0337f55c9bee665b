using System.CommandLine;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit selfcheck URL</c>: crawls the live column and compares it with the ledger.</summary>
internal static class SelfCheckCommand
{
    public static Command Create(TimeProvider time)
    {
        var url = new Argument<Uri>("网址") { Description = "专栏的网址，例如 https://www.example.gov.cn/shuanggongshi" };
        var limit = new Option<int>("--limit") { Description = "最多核对多少条记录，最近的在前", DefaultValueFactory = _ => 2_000, HelpName = "条数" };
        var command = new Command("selfcheck", "抓取正在运行的专栏，找出超期仍在公示、没有脱敏、缺失、与台账不一致的记录") { url, limit };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(15) };
            var result = await new SelfCheck(engine, client, parsed.GetValue(url)!).RunAsync(parsed.GetValue(limit), cancellation).ConfigureAwait(false);
            if (context.Json)
            {
                Json.Print(context.Output, result);
            }
            else
            {
                foreach (var finding in result.Findings) context.Output.WriteLine($"{finding.Problem}：{finding.Text}");
                context.Output.WriteLine($"核对 {result.Pages:N0} 页，发现 {result.Findings.Count:N0} 处问题。");
            }

            return result.Findings.Count == 0 ? ExitCodes.Done : ExitCodes.DoneWithRejections;
        });
        return command;
    }
}
