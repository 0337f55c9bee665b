using System.CommandLine;
using CreditKit.Intake.Readers;
using CreditKit.Review;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit validate FILE</c>: reads and checks a file; writes nothing.</summary>
internal static class ValidateCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = Shared.File("要校验的文件：CSV、XLSX、XLS、JSON、JSON Lines 或 XML");
        var command = new Command("validate", "校验一个文件，逐行逐列给出问题；不写入任何数据") { file, Shared.Profile };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(ToolContext.From(parsed, time), parsed.GetValue(file)!, parsed.GetValue(Shared.Profile), cancellation), cancellation));
        return command;
    }

    private static int Run(ToolContext context, string path, FileInfo? profile, CancellationToken cancellation)
    {
        using var import = FileImport.Open(path, Shared.LoadProfile(profile), context.Options.ToReading(context.Time));
        var gate = new ReleaseGate(context.Options.PublishWithoutReview, context.Time);
        var waiting = 0L;
        if (context.Json)
        {
            using var stream = new IssueStream(context.OutputStream);
            foreach (var row in import)
            {
                foreach (var issue in row.Report.Issues) stream.Add(issue);
                Count(row);
                cancellation.ThrowIfCancellationRequested();
            }

            foreach (var issue in import.FileIssues) stream.Add(issue);
            stream.Complete(writer =>
            {
                writer.WriteNumber("rows", import.Rows);
                writer.WriteNumber("accepted", import.Accepted);
                writer.WriteNumber("rejected", import.Rejected);
                writer.WriteNumber("heldBackFromReporting", import.HeldBack);
                writer.WriteNumber("waitingForReview", waiting);
            });
        }
        else
        {
            var table = new IssueTable();
            try
            {
                Progress.Run(context, "正在校验", report =>
                {
                    foreach (var row in import)
                    {
                        table.Add(row.Report.Issues);
                        Count(row);
                        if ((import.Rows & 0x3FF) == 0) report(import.Rows, import.Fraction);
                        cancellation.ThrowIfCancellationRequested();
                    }

                    return 0;
                });
            }
            catch (CreditKitException) when (import.Rows > 0)
            {
                Print("中断之前");
                throw;
            }

            Print("共");

            void Print(string range)
            {
                foreach (var issue in import.FileIssues) table.AddFile(issue);
                table.Print(context.Output);
                context.Output.WriteLine($"{range} {import.Rows:N0} 行：可以接收 {import.Accepted:N0} 行（其中 {import.HeldBack:N0} 行暂不能报送），不能接收 {import.Rejected:N0} 行。{IssueTable.Waiting(waiting)}");
            }
        }

        return import.Rejected > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;

        void Count(ImportedRow row)
        {
            if (row.Report.Record is { } record && !gate.Of(record.Value).Publication) waiting++;
        }
    }
}
