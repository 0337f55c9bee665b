using System.CommandLine;
using CreditKit.Desensitization.Papers;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit clear FILE DIR</c>: copies of a paper that hide nothing: pictures without metadata.</summary>
internal static class ClearCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "PNG、JPG 或 PDF", HelpName = "文件" };
        var folder = new Argument<string>("DIR") { Description = "写出清理后图片的目录", HelpName = "目录" };
        var command = new Command("clear", "清理准备公开的附件：去除图片的拍摄信息和注释，PDF 逐页转成图片（遮盖内容请先由人完成）") { file, folder };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, TimeProvider.System);
            var source = parsed.GetValue(file)!;
            if (!File.Exists(source)) throw new CreditKitException("CK1401", $"找不到文件：{source}。", "请检查路径和文件名。");
            var target = Directory.CreateDirectory(parsed.GetValue(folder)!);
            var files = new List<string>();
            foreach (var (content, extension) in PaperCleaner.Clear(File.ReadAllBytes(source)))
            {
                // The name of a paper often holds a name of a person: pages are numbered.
                var path = Path.Combine(target.FullName, $"page-{files.Count + 1:000}{extension}");
                File.WriteAllBytes(path, content);
                files.Add(path);
            }

            if (context.Json) Json.Print(context.Output, new { files });
            else context.Output.WriteLine($"已写出 {files.Count} 张图片：{target.FullName}。图片上看得见的个人信息没有遮盖，请先由人遮盖再公开。");
            return ExitCodes.Done;
        });
        return command;
    }
}
