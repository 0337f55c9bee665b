using System.CommandLine;
using CreditKit.Intake;
using CreditKit.Intake.Readers;
using CreditKit.Tool.Output;
using CreditKit.Validation;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit import FILE</c>: the whole road: validate, ledger, publish, queue. Can be repeated.</summary>
internal static class ImportCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = Shared.File("要导入的文件：CSV、XLSX、XLS、JSON、JSON Lines 或 XML");
        var report = new Option<FileInfo?>("--report") { Description = "把未接受的行写成错误报告表（XLSX）：改正标色的单元格后可直接再导入", HelpName = "错误.xlsx" };
        report.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is not { } target) return;
            if (!target.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase)) result.AddError("--report 的文件名应以 .xlsx 结尾。");
            else if (target.Directory is { Exists: false } folder) result.AddError($"--report 所在的目录不存在：{folder.FullName}。");
        });
        var older = new Option<bool>("--allow-older") { Description = "文件比台账旧也按文件更正；不写则保留台账中较新的内容并提醒" };
        var command = new Command("import", "导入一个文件：校验、入台账、公示、排入报送；可以重复运行") { file, Shared.Profile, report, older };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(ToolContext.From(parsed, time), parsed.GetValue(file)!, parsed.GetValue(Shared.Profile), parsed.GetValue(report), parsed.GetValue(older), cancellation), cancellation));
        return command;
    }

    private static int Run(ToolContext context, string path, FileInfo? profile, FileInfo? report, bool allowOlder, CancellationToken cancellation)
    {
        if (report is not null && Path.GetFullPath(path) == report.FullName)
            throw new CreditKitException("CK1419", "--report 与要导入的文件是同一个文件。", "错误报告表请另写一个文件名，原文件不会被覆盖。");
        var loaded = Shared.LoadProfile(profile);
        using var engine = context.OpenEngine();
        ImportSummary summary;
        using var errors = new ErrorReport(report?.FullName, engine.Validator.Rules);
        if (context.Json)
        {
            using var answer = new ProgramAnswer(context.OutputStream, errors);
            summary = engine.Files.Import(path, loaded, ToolContext.Actor, answer, null, cancellation, allowOlder);
            answer.Complete(summary);
        }
        else
        {
            var answer = new PersonAnswer(errors);
            try
            {
                summary = Progress.Run(context, "正在导入", tell => engine.Files.Import(path, loaded, ToolContext.Actor, answer, new ProgressRelay(tell), cancellation, allowOlder));
            }
            catch (CreditKitException)
            {
                answer.Print(context, report, whole: false);
                throw;
            }

            answer.Print(context, report);
        }

        return summary.Rejected > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
    }
}
