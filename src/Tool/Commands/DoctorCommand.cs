using System.CommandLine;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit doctor</c>: the settings in force, the law in force, and every figure that the agency has to confirm.</summary>
internal static class DoctorCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("doctor", "检查：生效的设置、法规版本，以及需要本单位确认的每一个数字");
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenEngine();
            var options = context.Options;
            var figures = engine.Policy.Figures().ToList();
            var unconfirmed = figures.Where(f => f.ToBeConfirmed).ToList();
            var warnings = Warnings(engine).ToList();
            if (context.Json)
            {
                Json.Print(context.Output, new
                {
                    dataDirectory = Path.GetFullPath(options.DataDirectory),
                    agency = options.Agency.Name,
                    authorities = options.Authorities.Select(a => a.Name),
                    channels = engine.Channels.Select(c => new { name = c.Name, type = c.Type, kind = c.Kind, address = c.BaseAddress }),
                    policy = engine.Policy.ContentHash,
                    warnings,
                    toBeConfirmed = unconfirmed,
                });
                return ExitCodes.Done;
            }

            context.Output.WriteLine($"数据目录：{Path.GetFullPath(options.DataDirectory)}");
            context.Output.WriteLine($"本单位：{(options.Agency.Name.Length > 0 ? $"{options.Agency.Name}（{options.Agency.CreditCode}）" : "未配置")}");
            if (options.AcceptedActs.Count > 0) context.Output.WriteLine($"其他行政行为：{string.Join("、", options.AcceptedActs.Select(ActKindText.Of))}");
            context.Output.WriteLine($"接受的单位：{(options.Authorities.Count > 0 ? string.Join("、", options.Authorities.Select(a => a.Name)) : "不限")}");
            context.Output.WriteLine($"报送通道：{(engine.Channels.Count > 0 ? string.Join("、", engine.Channels.Select(c => $"{c.Name}（{c.Type}）")) : "未配置")}");
            foreach (var warning in warnings) context.Output.WriteLine($"注意：{warning}");
            context.Output.WriteLine($"\n待本单位确认的数字（{unconfirmed.Count}）：");
            foreach (var figure in unconfirmed) context.Output.WriteLine($"  {figure.Edition}  {figure.Name} = {figure.Value}  {figure.Source}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static IEnumerable<string> Warnings(CreditKitEngine engine)
    {
        if (engine.Options.PublishWithoutReview) yield return "已设置不经审查即公示（PublishWithoutReview）。保守国家秘密法第三十五条要求先审查、后公开。";
        if (StoreFile.IsOpen(engine.Options.KeyPath)) yield return $"密钥文件可被其他账号读取：{engine.Options.KeyPath}。请改为只有运行账号可读（chmod 600）。";
        if (StoreFile.IsOpen(engine.Options.LedgerPath)) yield return $"台账可被其他账号读取：{engine.Options.LedgerPath}。请改为只有运行账号可读写（chmod 600）。";
        if (engine.Options.Authorities.Count == 0) yield return "没有限定接受哪些单位的记录（Authorities）。";
        if (engine.Channels.Count == 0) yield return "没有配置报送通道，记录只在本站公示。";
        foreach (var channel in engine.Channels)
            if (Fault(channel, engine.Time) is { } fault) yield return fault.Message;
        if (!engine.Ledger.VerifyAudit().Intact) yield return "审计链不完整，请运行 creditkit audit verify。";
    }

    // Settings, secret, address; and the certificate, where somebody answers. Nothing is sent.
    private static CreditKitException? Fault(ChannelOptions channel, TimeProvider time)
    {
        try
        {
            (ChannelTypes.TryMake(channel, time) as IDisposable)?.Dispose();
            return CertificateProbe.CheckAsync(channel, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (CreditKitException fault)
        {
            return fault;
        }
    }
}
