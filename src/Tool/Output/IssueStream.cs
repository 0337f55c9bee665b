using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CreditKit.Validation;

namespace CreditKit.Tool.Output;

/// <summary>
/// The answer to a file for a program: one JSON object, its issues written while the file is still being read, the
/// figures at the end, so that a file of any size is answered in flat memory.
/// </summary>
internal sealed class IssueStream : IDisposable
{
    private const int FlushAt = 1 << 16;
    private readonly Stream _output;
    private readonly Utf8JsonWriter _writer;

    public IssueStream(Stream output)
    {
        _output = output;
        _writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        _writer.WriteStartObject();
        _writer.WriteStartArray("issues");
    }

    public void Add(ValidationIssue issue)
    {
        _writer.WriteStartObject();
        _writer.WriteNumber("row", issue.Row);
        _writer.WriteString("rule", issue.Rule);
        _writer.WriteString("field", issue.Field);
        _writer.WriteString("severity", issue.Severity switch { IssueSeverity.Block => "block", IssueSeverity.Warn => "warn", _ => "info" });
        _writer.WriteString("destination", issue.Destination == IssueDestination.Report ? "report" : "publish");
        _writer.WriteString("message", issue.Message);
        _writer.WriteString("hint", issue.Hint);
        _writer.WriteString("source", issue.Source);
        _writer.WriteEndObject();
        if (_writer.BytesPending > FlushAt) _writer.Flush();
    }

    /// <summary>Ends the issues; <paramref name="rest"/> writes the other members of the object.</summary>
    public void Complete(Action<Utf8JsonWriter> rest)
    {
        _writer.WriteEndArray();
        rest(_writer);
        _writer.WriteEndObject();
        _writer.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    public void Dispose() => _writer.Dispose();
}
