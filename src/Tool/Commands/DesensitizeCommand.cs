using System.CommandLine;
using System.Text;
using CreditKit.Desensitization;
using CreditKit.Intake.Readers;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit desensitize [FILE]</c>: masks text from a file or standard input, a line for each line.</summary>
internal static class DesensitizeCommand
{
    /// <summary>Lines that are read as one text.</summary>
    private const int MostLines = 1_000, MostCharacters = 1_000_000;

    /// <summary>What comes over a pipe within this time belongs together; a caller that waits for an answer gets it then.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "文本文件（UTF-8 或 GBK，自动识别）；不写则读标准输入（UTF-8）", Arity = ArgumentArity.ZeroOrOne, HelpName = "文件" };
        var command = new Command("desensitize", "对文本逐行脱敏：身份证号、电话、银行卡、姓名、住址等；--json 每行输出一个对象 {text, spans:[{start, length, kind, certain}]}，位置按原行的 UTF-16 单元计") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, TimeProvider.System);
            var desensitizer = Desensitizer.Load(context.Options.DataDirectory);
            using var reader = Open(parsed.GetValue(file));
            var lines = new List<string>();
            var characters = 0;
            try
            {
                var next = Read(reader, cancellation);
                while (true)
                {
                    if (lines.Count > 0 && (characters >= MostCharacters || lines.Count >= MostLines || !next.IsCompleted && await Task.WhenAny(next, Task.Delay(Pause, cancellation)).ConfigureAwait(false) != next))
                    {
                        Print(context, desensitizer, lines);
                        characters = 0;
                    }

                    if (await next.ConfigureAwait(false) is not { } line) break;
                    lines.Add(line);
                    characters += line.Length;
                    next = Read(reader, cancellation);
                }
            }
            catch (DecoderFallbackException e)
            {
                throw new CreditKitException("CK1408", "标准输入不是 UTF-8 文本。", "请把文本存为文件，再把文件名写在命令后面：GBK 编码的文件会自动识别。", e);
            }

            Print(context, desensitizer, lines);
            return ExitCodes.Done;
        });
        return command;
    }

    private static StreamReader Open(string? path)
    {
        if (path is null) return new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false, true));
        if (!File.Exists(path)) throw new CreditKitException("CK1401", $"找不到文件：{path}。", "请检查路径和文件名。");
        return new StreamReader(path, TextEncodings.Detect(path));
    }

    /// <summary>On a thread of its own: reading standard input may block.</summary>
    private static Task<string?> Read(StreamReader reader, CancellationToken cancellation) => reader.BaseStream is FileStream
        ? reader.ReadLineAsync(cancellation).AsTask()
        : Task.Run(() => reader.ReadLineAsync(cancellation).AsTask(), cancellation);

    private static void Print(ToolContext context, Desensitizer desensitizer, List<string> lines)
    {
        if (lines.Count == 0) return;
        foreach (var masked in desensitizer.MaskLines(lines))
        {
            if (context.Json) Json.Print(context.Output, new { text = masked.Text, spans = masked.Spans.Select(s => new { start = s.Start, length = s.Length, kind = s.Kind, certain = s.Certain }) });
            else context.Output.WriteLine(masked.Text);
        }

        lines.Clear();
    }
}
