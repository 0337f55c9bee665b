using System.CommandLine;
using System.Data.Common;
using CreditKit.Intake;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit pull [SOURCE]</c>: one run of the database reader.</summary>
internal static class PullCommand
{
    public static Command Create(TimeProvider time)
    {
        var source = new Argument<string?>("SOURCE") { Description = "数据源名称（配置的 Sources）；只配置了一个时可以不写", HelpName = "数据源", Arity = ArgumentArity.ZeroOrOne };
        var assembly = new Option<FileInfo?>("--provider-assembly") { Description = "数据库驱动的程序集文件；SQLite 和 PostgreSQL 自带", HelpName = "文件" };
        var report = new Option<FileInfo?>("--report") { Description = "把未接受的行写成错误报告表（XLSX）", HelpName = "错误.xlsx" };
        var command = new Command("pull", "从数据库读取上次之后的变化：校验、入台账、公示、排入报送；可以重复运行") { source, assembly, report };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(ToolContext.From(parsed, time), parsed.GetValue(source), parsed.GetValue(assembly), parsed.GetValue(report), cancellation), cancellation));
        return command;
    }

    private static int Run(ToolContext context, string? source, FileInfo? assembly, FileInfo? report, CancellationToken cancellation)
    {
        DbProviderFactories.RegisterFactory("npgsql", Npgsql.NpgsqlFactory.Instance);
        if (source is null && context.Options.Sources.Count != 1)
            throw new CreditKitException("CK1425", context.Options.Sources.Count == 0 ? "没有配置数据源。" : "配置了几个数据源，没有写明读哪一个。",
                context.Options.Sources.Count == 0 ? "请在配置的 Sources 中写明 Provider、ConnectionString、Query 和 Watermark。" : $"可用的有 {string.Join("、", context.Options.Sources.Keys)}。");
        var name = source ?? context.Options.Sources.Keys.Single();
        using var engine = context.OpenEngine();
        using var errors = new ErrorReport(report?.FullName, engine.Validator.Rules);
        ImportSummary summary;
        if (context.Json)
        {
            using var answer = new ProgramAnswer(context.OutputStream, errors);
            summary = engine.Pulls.Pull(name, ToolContext.Actor, answer, null, assembly?.FullName, cancellation);
            answer.Complete(summary);
        }
        else
        {
            var answer = new PersonAnswer(errors);
            summary = Progress.Run(context, "正在读取", tell => engine.Pulls.Pull(name, ToolContext.Actor, answer, new ProgressRelay(tell), assembly?.FullName, cancellation));
            answer.Print(context, report);
        }

        return summary.Rejected > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
    }
}
