using System.CommandLine;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Custody;
using CreditKit.Policy;
using CreditKit.Publication;
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
            List<string> errors = [.. Errors(engine)];
            List<string> warnings = [.. context.UnknownSettings(), .. Warnings(engine)];
            var custody = new Custody(engine);
            var code = errors.Count > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
            if (context.Json)
            {
                Json.Print(context.Output, new
                {
                    dataDirectory = Path.GetFullPath(options.DataDirectory),
                    agency = options.Agency.Name,
                    authorities = options.Authorities.Select(a => a.Name),
                    channels = engine.Channels.Select(c => new { name = c.Name, type = c.Type, kind = c.Kind, address = c.BaseAddress }),
                    policy = engine.Policy.ContentHash,
                    custody,
                    errors,
                    warnings,
                    toBeConfirmed = unconfirmed,
                });
                return code;
            }

            context.Output.WriteLine($"数据目录：{Path.GetFullPath(options.DataDirectory)}");
            context.Output.WriteLine($"本单位：{(options.Agency.Name.Length > 0 ? $"{options.Agency.Name}（{options.Agency.CreditCode}）" : $"未配置：请把 Agency 写进 {Path.GetFullPath(Path.Combine(options.DataDirectory, SettingsFile.Name))}；网站 Program.cs 里的设置命令行读不到")}");
            if (options.AcceptedActs.Count > 0) context.Output.WriteLine($"其他行政行为：{string.Join("、", options.AcceptedActs.Select(ActKindText.Of))}");
            context.Output.WriteLine($"接受的单位：{(options.Authorities.Count > 0 ? string.Join("、", options.Authorities.Select(a => a.Name)) : "不限")}");
            context.Output.WriteLine($"报送通道：{(engine.Channels.Count > 0 ? string.Join("、", engine.Channels.Select(c => $"{c.Name}（{c.Type}）")) : "未配置")}");
            foreach (var line in custody.Lines()) context.Output.WriteLine(line);
            foreach (var error in errors) context.Output.WriteLine($"错误：{error}");
            foreach (var warning in warnings) context.Output.WriteLine($"注意：{warning}");
            context.Output.WriteLine($"\n待本单位确认的数字（{unconfirmed.Count}）：");
            foreach (var figure in unconfirmed) context.Output.WriteLine($"  {figure.Edition}  {figure.Name} = {figure.Value}  {figure.Source}");
            return code;
        });
        return command;
    }

    // What cannot work at all, as it stands.
    private static IEnumerable<string> Errors(CreditKitEngine engine)
    {
        foreach (var channel in engine.Channels)
            if (!ChannelTypes.Knows(channel.Type)) yield return ChannelTypes.Unknown(channel).Message;
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
        foreach (var fault in KeepingCheck.Faults(engine.Options.Retention, engine.Ledger.Since, engine.Time.GetUtcNow())) yield return fault;
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

    /// <summary>What is verified, shipped and kept on schedule.</summary>
    private sealed class Custody
    {
        private const int MostCounted = 1_000;

        public Custody(CreditKitEngine engine)
        {
            var check = engine.LastAct("audit-verify");
            (AuditCheckedAt, AuditOutcome) = (check?.At, check?.Outcome);
            ShippedAt = engine.LastAct("ship")?.At;
            ShippingFile = engine.Options.Shipping.File;
            ShippingEvery = Shipper.Interval(engine.Options.Shipping);
            LogDirectory = engine.Options.Retention.LogDirectory;
            LogMonths = engine.Options.Retention.LogMonths;
            AccessMonths = engine.Options.Retention.AccessMonths;
            UnreviewedAccesses = engine.Access.Entries(new AccessFilter { Unreviewed = true, Limit = MostCounted }).Count;
        }

        public DateTimeOffset? AuditCheckedAt { get; }

        public string? AuditOutcome { get; }

        public string? ShippingFile { get; }

        public TimeSpan ShippingEvery { get; }

        public DateTimeOffset? ShippedAt { get; }

        public string? LogDirectory { get; }

        public int LogMonths { get; }

        public int AccessMonths { get; }

        public int UnreviewedAccesses { get; }

        public IEnumerable<string> Lines()
        {
            yield return $"审计链：{(AuditCheckedAt is { } at ? $"上次定时核对 {At(at)}，{(AuditOutcome == "intact" ? "完整" : "不完整")}" : "网站运行后每日核对，还没有核对过")}；从不删除。";
            if (ShippingFile is not null || ShippedAt is not null)
                yield return $"公示库快照：{(ShippingFile is null ? "由 creditkit ship 制作" : $"网站每 {ShippingEvery.TotalMinutes:0.#} 分钟写到 {ShippingFile}，另一台机器上的撤下至多晚这么久")}；上次 {(ShippedAt is { } last ? At(last) : "还没有")}。";
            yield return $"日志：保存 {LogMonths} 个月，{(LogDirectory is null ? "目录没有写明（Retention:LogDirectory），不能核对" : LogDirectory)}。";
            yield return $"查询使用登记：保存 {AccessMonths} 个月，待审查 {UnreviewedAccesses}{(UnreviewedAccesses == MostCounted ? " 条以上" : " 条")}。";
        }

        private static string At(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }
}
