using System.CommandLine;
using System.Globalization;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit receipt</c>: enters the receipt of a package or file, from the platform's file or typed in.</summary>
internal static class ReceiptCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string?>("FILE") { Description = "平台给出的回执文件（XML）；不写则用 --package 和 --number 录入", HelpName = "回执文件", Arity = ArgumentArity.ZeroOrOne };
        var package = new Option<string?>("--package") { Description = "交付的文件名，如 SGS_20260301_00001.zip", HelpName = "文件名" };
        var number = new Option<string?>("--number") { Description = "回执编号", HelpName = "编号" };
        var reject = new Option<string[]>("--reject") { Description = "被退回的行，写作 行号:原因，可重复；行号见包内 manifest.json", HelpName = "行号:原因", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("receipt", "登记离线包或文件的回执：导入回执文件，或录入编号和退回的行") { file, package, number, reject };
        command.SetAction(async parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var receipt = parsed.GetValue(file) is { } path ? FileReceipt.Read(path) ?? throw Unreadable(path) : Typed(parsed.GetValue(package), parsed.GetValue(number), parsed.GetValue(reject) ?? []);
            var road = engine.Channels.Select(c => ChannelTypes.TryMake(c, time)).OfType<IFileRoad>().Select(c => c.Road).FirstOrDefault(r => r.Files.Keys(receipt.File) is not null)
                ?? throw new CreditKitException("CK1513", $"没有交付过文件 {receipt.File}。", "请核对文件名；已交付的文件在通道的 Folder 目录中。");
            var rows = road.Files.Keys(receipt.File)!.Count;
            if (receipt.Rows.FirstOrDefault(r => r.Line < 1 || r.Line > rows) is { } stray)
                throw new CreditKitException("CK1513", $"回执中的行号 {stray.Line} 不在 1 到 {rows} 之内。", "行号按包内 manifest.json 的 lines。");
            receipt.Write(road.Receipts);
            var refused = receipt.Rows.Count(r => r.Code is not ("00" or ""));
            if (context.Json) Json.Print(context.Output, new { file = receipt.File, number = receipt.Number, rows, refused });
            else await context.Output.WriteLineAsync($"已登记 {receipt.File} 的回执 {receipt.Number}：{rows - refused:N0} 行接收，{refused:N0} 行退回。下一次报送（creditkit report 或后台）时写入台账。").ConfigureAwait(false);
            return refused > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
        });
        return command;
    }

    private static FileReceipt Typed(string? package, string? number, string[] rejected)
    {
        if (string.IsNullOrWhiteSpace(package) || string.IsNullOrWhiteSpace(number))
            throw new CreditKitException("CK1513", "没有写明是哪个文件的回执。", "请给出回执文件，或写 --package 文件名 --number 编号。");
        return new FileReceipt(Path.GetFileName(package), number.Trim(), [.. rejected.Select(Row)]);
    }

    private static FileReceiptRow Row(string text)
    {
        var split = text.IndexOfAny([':', '：']);
        return split > 0 && int.TryParse(text[..split], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new FileReceiptRow(line, "typed", text[(split + 1)..].Trim(), "")
            : throw new CreditKitException("CK1513", $"--reject 的值“{text}”不是 行号:原因 的形式。", "例如 --reject 3:行政相对人代码不正确。");
    }

    private static CreditKitException Unreadable(string path) => new("CK1513", $"回执文件 {Path.GetFileName(path)} 无法读取。", "应为 <receipt file=\"文件名\" number=\"编号\"><row><line>行号</line><code>代码</code><message>原因</message></row></receipt>。");
}
