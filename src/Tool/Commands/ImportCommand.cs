using System.CommandLine;
using CreditKit.Intake;
using CreditKit.Tool.Output;
using CreditKit.Validation;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit import FILE</c>: the whole road: validate, ledger, publish, queue. Can be repeated.</summary>
internal static class ImportCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = Shared.File("要导入的文件：CSV、XLSX、XLS、JSON、JSON Lines 或 XML");
        var command = new Command("import", "导入一个文件：校验、入台账、公示、排入报送；可以重复运行") { file, Shared.Profile };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(ToolContext.From(parsed, time), parsed.GetValue(file)!, parsed.GetValue(Shared.Profile), cancellation), cancellation));
        return command;
    }

    private static int Run(ToolContext context, string path, FileInfo? profile, CancellationToken cancellation)
    {
        var loaded = Shared.LoadProfile(profile);
        using var engine = context.OpenEngine();
        ImportSummary summary;
        if (context.Json)
        {
            using var answer = new ProgramAnswer(context.OutputStream);
            summary = engine.Files.Import(path, loaded, ToolContext.Actor, answer, null, cancellation);
            answer.Complete(summary);
        }
        else
        {
            var answer = new PersonAnswer();
            summary = Progress.Run(context, "正在导入", report => engine.Files.Import(path, loaded, ToolContext.Actor, answer, new Relay(report), cancellation));
            answer.Table.Print(context.Output);
            context.Output.WriteLine($"共 {summary.Rows:N0} 行：新增 {summary.Accepted:N0}，未变 {summary.Unchanged:N0}，更正 {summary.Corrected:N0}，未接受 {summary.Rejected:N0}。");
            if (answer.Waiting > 0) context.Output.WriteLine($"{answer.Waiting:N0} 行没有审查人和审查日期，已入台账，审查后才会公示和报送。");
        }

        return summary.Rejected > 0 ? ExitCodes.DoneWithRejections : ExitCodes.Done;
    }

    private sealed class Relay(Action<long, double?> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value.Rows, value.Fraction);
    }

    private sealed class PersonAnswer : IImportObserver
    {
        public IssueTable Table { get; } = new();

        public long Waiting { get; private set; }

        public void Row(int row, IntakeOutcome outcome, string? id, IReadOnlyList<ValidationIssue> issues)
        {
            foreach (var issue in issues) Table.Add(issue);
        }

        public void File(ValidationIssue issue) => Table.Add(issue);
    }

    private sealed class ProgramAnswer(Stream output) : IImportObserver, IDisposable
    {
        private readonly IssueStream _stream = new(output);
        private readonly List<(int Row, string Id)> _records = [];

        public void Row(int row, IntakeOutcome outcome, string? id, IReadOnlyList<ValidationIssue> issues)
        {
            foreach (var issue in issues) _stream.Add(issue);
            if (id is not null) _records.Add((row, id));
        }

        public void File(ValidationIssue issue) => _stream.Add(issue);

        public void Dispose() => _stream.Dispose();

        public void Complete(ImportSummary summary) => _stream.Complete(writer =>
        {
            writer.WriteNumber("rows", summary.Rows);
            writer.WriteNumber("accepted", summary.Accepted);
            writer.WriteNumber("unchanged", summary.Unchanged);
            writer.WriteNumber("corrected", summary.Corrected);
            writer.WriteNumber("rejected", summary.Rejected);
            writer.WriteStartArray("records");
            foreach (var (row, id) in _records)
            {
                writer.WriteStartObject();
                writer.WriteNumber("row", row);
                writer.WriteString("id", id);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}
