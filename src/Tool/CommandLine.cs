using System.CommandLine;
using System.CommandLine.Help;
using CreditKit.Tool.Commands;

namespace CreditKit.Tool;

/// <summary>The command line: what there is, how it is parsed, what a fault looks like.</summary>
internal static class CommandLine
{
    /// <summary>Runs one call and returns its exit code.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider? time = null)
    {
        var root = new RootCommand("CreditKit：双公示数据的校验、入库、公示、脱敏与报送。") { Options = { Shared.Data, Shared.Authority, Shared.Json } };
        foreach (var command in All(time ?? TimeProvider.System)) root.Add(command);

        var parsed = root.Parse(args is ["help", .. var rest] ? [.. rest, "--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in ParserWords.Worth(parsed.Errors)) await error.WriteLineAsync($"用法有误：{ParserWords.Fault(fault)}").ConfigureAwait(false);
            await error.WriteLineAsync("运行 creditkit --help 查看全部命令，creditkit 命令 --help 查看一个命令的用法。").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        if (parsed.Action is HelpAction)
        {
            var help = new StringWriter();
            await parsed.InvokeAsync(new InvocationConfiguration { Output = help }).ConfigureAwait(false);
            await output.WriteAsync(ParserWords.Help(help.ToString(), parsed.CommandResult.Command)).ConfigureAwait(false);
            return ExitCodes.Done;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        }
        catch (CreditKitException fault)
        {
            await error.WriteLineAsync($"未完成：{fault.Message}").ConfigureAwait(false);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("已中止；已提交的部分完整保留，重新运行即可继续。").ConfigureAwait(false);
            return ExitCodes.Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"未完成：{(fault is UnauthorizedAccessException ? "没有读写权限" : "文件读写失败")}。请检查路径、权限和磁盘空间后重试。").ConfigureAwait(false);
            return ExitCodes.Failed;
        }
        catch (Microsoft.Data.Sqlite.SqliteException fault)
        {
            await error.WriteLineAsync($"未完成：数据库读写失败（SQLite {fault.SqliteErrorCode}）。请检查数据目录中 ledger.db 和 public.db 的读写权限和磁盘空间；已提交的部分完整保留，重新运行即可继续。").ConfigureAwait(false);
            return ExitCodes.Failed;
        }
#pragma warning disable CA1031 // The last resort of a program for clerks: a sentence and the code 3, never a trace.
        catch (Exception fault)
        {
            await error.WriteLineAsync($"未完成：出现意外的错误（{fault.GetType().Name}）。已提交的部分完整保留；请把所用的命令告知维护人员。").ConfigureAwait(false);
            return ExitCodes.Failed;
        }
#pragma warning restore CA1031
    }

    private static IEnumerable<Command> All(TimeProvider time) =>
    [
        ValidateCommand.Create(time),
        ImportCommand.Create(time),
        PullCommand.Create(time),
        ExplainCommand.Create(time),
        DueCommand.Create(),
        DesensitizeCommand.Create(),
        RebuildCommand.Create(time),
        ReportCommand.Create(time),
        ReceiptCommand.Create(time),
        ReconcileCommand.Create(time),
        ResendCommand.Create(time),
        TimelineCommand.Create(time),
        SettleCommand.Create(time),
        InboundCommand.Create(time),
        StatementCommand.Create(time),
        WithdrawCommand.Create(time),
        ExcludeCommand.Create(time),
        RisksCommand.Create(time),
        ReviewCommand.Create(time),
        ConsentCommand.Create(time),
        AttachmentCommand.Create(time),
        AccessCommand.Create(time),
        AuditCommand.Create(time),
        KeysCommand.Create(time),
        ClearCommand.Create(),
        ShipCommand.Create(time),
        BackupCommand.Create(time),
        RestoreCommand.Create(time),
        EraseCommand.Create(time),
        AssessCommand.Create(time),
        SelfCheckCommand.Create(time),
        TemplateCommand.Create(),
        CatalogueCommand.Create(time),
        ListsCommand.Create(time),
        DoctorCommand.Create(time),
    ];
}
