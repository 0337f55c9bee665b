using System.CommandLine;
using System.Text;
using CreditKit.Desensitization;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit desensitize [FILE]</c>: masks text from a file or standard input, a line each.</summary>
internal static class DesensitizeCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "文本文件（UTF-8）；不写则读标准输入", Arity = ArgumentArity.ZeroOrOne, HelpName = "文件" };
        var command = new Command("desensitize", "对文本逐行脱敏：身份证号、电话、银行卡、姓名、住址等") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, TimeProvider.System);
            if (parsed.GetValue(file) is { } path && !File.Exists(path))
                throw new CreditKitException("CK1401", $"找不到文件：{path}。", "请检查路径和文件名。");
            var desensitizer = Desensitizer.Load(context.Options.DataDirectory);
            using var reader = parsed.GetValue(file) is { } name ? new StreamReader(name, Encoding.UTF8) : new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            {
                var masked = desensitizer.MaskText(line);
                if (context.Json) Json.Print(context.Output, new { text = masked.Text, spans = masked.Spans.Select(s => new { start = s.Start, length = s.Length, kind = s.Kind }) });
                else await context.Output.WriteLineAsync(masked.Text).ConfigureAwait(false);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
