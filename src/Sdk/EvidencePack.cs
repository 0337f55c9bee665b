using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CreditKit.Assessment;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;

namespace CreditKit;

/// <summary>
/// Evidence for a field evaluation (424号 (十二)): a sample of a period's decisions with publish time, receipts, approvals and a
/// hash of the stored content. The same scope draws the same sample; nothing unmasked is in it.
/// </summary>
internal static class EvidencePack
{
    private const int Sample = 30;
    private const int Most = 100_000;

    /// <summary>The pack as a ZIP file.</summary>
    public static byte[] Make(CreditKitEngine engine, AssessmentScope scope)
    {
        var assessor = engine.Assessor;
        var decided = assessor.List(scope, AssessmentList.Decided, 0, Most);
        var sample = decided.OrderBy(w => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{scope.From:yyyy-MM}/{w.PublicId}")))), StringComparer.Ordinal).Take(Sample).OrderBy(w => w.RecordId);
        var outbox = new SqliteOutbox(engine.Ledger.Database);
        var rows = new StringBuilder("\uFEFF编号,决定文书号,行政相对人（脱敏）,类别,决定日期,公示时限,首次公示时间,公示至,状态,审核,报送回执,内容摘要值（SHA-256）\r\n");
        foreach (var w in sample)
        {
            if (engine.Ledger.Find(w.RecordId) is not { } record) continue;
            var heading = engine.Desensitizer.Heading(record.Record.Value, record.Handling);
            var approvals = string.Join("；", engine.Approvals.History(record).Select(a => FormattableString.Invariant($"{a.Step} {a.Actor} {Minute(a.At)} {(a.Approved ? "通过" : "退回")}")).Concat(engine.Reviews.History(record.PublicId).Select(r => FormattableString.Invariant($"{r.Scope} {r.Actor} {Minute(r.At)} {r.Verdict}"))));
            var receipts = string.Join("；", outbox.Timeline(record.Id).Where(t => t.Entry.State == OutboxState.Accepted).Select(t => FormattableString.Invariant($"{t.Entry.Channel} {t.Number} {(t.FinishedAt is { } at ? Minute(at) : "")}")));
            rows.AppendLine(string.Join(',', new[]
            {
                record.PublicId, heading.DocumentNumber, heading.CounterpartName, RecordKindText.Of(w.Kind), Day(w.Decided), Day(w.PublishBy), record.Standing.PublishedAt is { } published ? Minute(published) : "", Day(w.ShownUntil?.AddDays(-1)),
                w.State.ToString(), approvals, receipts, Convert.ToHexStringLower(SHA256.HashData(RecordJson.Write(record.Record.Value))),
            }.Select(Cell)));
        }

        var audit = engine.Ledger.VerifyAudit();
        var words = $"""
            证据包：{scope.From:yyyy-MM} 作出的决定，共 {decided.Count} 条，抽样 {Math.Min(Sample, decided.Count)} 条（按固定方法抽取，重复导出结果相同）。
            审计链：{audit.Entries} 条，{(audit.Intact ? "完整" : $"第 {audit.BrokenAt} 条起不完整")}。
            导出时间：{Minute(engine.Time.GetUtcNow())}。公示时间由服务器一次写入，不能修改。
            """;
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "records.csv", rows.ToString());
            Add(zip, "readme.txt", words);
        }

        return buffer.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Cell(string text) => "\"" + (text.Length > 0 && "=+-@".Contains(text[0]) ? "'" : "") + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Minute(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
