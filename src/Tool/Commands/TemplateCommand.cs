using System.CommandLine;
using CreditKit.Intake.Answer;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit template DIR</c>: the national Excel templates, one per kind and subject.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "写到哪个目录", HelpName = "目录" };
        var command = new Command("template", "生成全国填报表（XLSX）：下拉选项、填报说明和代码表，每类每主体一份") { folder };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, TimeProvider.System);
            var target = Directory.CreateDirectory(parsed.GetValue(folder)!).FullName;
            var edition = StandardEditions.Load(Path.Combine(context.Options.DataDirectory, "standards")).Current;
            List<string> files = [];
            foreach (var kind in context.Options.Kinds)
                foreach (var subject in new[] { ColumnSubject.Organization, ColumnSubject.Natural, ColumnSubject.All })
                {
                    var path = Path.Combine(target, TemplateWorkbook.FileName(kind, subject));
                    using var file = File.Create(path);
                    TemplateWorkbook.Write(file, edition, kind, subject);
                    files.Add(path);
                }

            if (context.Json) Json.Print(context.Output, new { files });
            else foreach (var path in files) context.Output.WriteLine(path);
            return ExitCodes.Done;
        });
        return command;
    }
}
