using System.Buffers;
using System.Text;
using System.Text.Json;
using CreditKit.Intake.Readers;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.Intake;

/// <summary>Rows on their way into one transaction: those that become records, and those that are kept as rejected.</summary>
internal sealed class ImportBatch(string file, string actor, int capacity, bool allowOlder = false)
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Row number, place among the submissions (-1: rejected), issues.</summary>
    public List<(int Row, int Submission, IReadOnlyList<ValidationIssue> Issues)> Rows { get; } = new(capacity);

    public List<Submission> Submissions { get; } = new(capacity);

    public List<Rejection> Rejections { get; } = [];

    public int Count => Rows.Count;

    public void Add(ImportedRow row, SubmissionMaker maker)
    {
        var source = new SourceReference(file, row.Row, actor) { AsOf = row.AsOf };
        if (row.Report.Record is { } record)
        {
            Rows.Add((row.Row, Submissions.Count, row.Report.Issues));
            Submissions.Add(maker.Make(record, row.Report.MayReport, source) with { AllowOlder = allowOlder });
            return;
        }

        Rows.Add((row.Row, -1, row.Report.Issues));
        Rejections.Add(new Rejection(source, Raw(row), JsonSerializer.Serialize(row.Report.Issues, RejectionJson.Default.IReadOnlyListValidationIssue)));
    }

    public void Clear()
    {
        Rows.Clear();
        Submissions.Clear();
        Rejections.Clear();
    }

    // Headings may repeat, so a row is kept as pairs.
    private static string Raw(ImportedRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, s_writing))
        {
            writer.WriteStartArray();
            for (var i = 0; i < row.Raw.Cells.Count; i++)
            {
                if (row.Raw.Cells[i].Length == 0) continue;
                writer.WriteStartArray();
                writer.WriteStringValue(i < row.Headings.Count ? row.Headings[i] : "");
                writer.WriteStringValue(row.Raw.Cells[i]);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
