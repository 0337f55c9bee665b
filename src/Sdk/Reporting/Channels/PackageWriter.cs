using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Standards.Workbooks;

namespace CreditKit.Reporting.Channels;

/// <summary>The content of a package: a file per kind and subject, one per kind for what is withdrawn, and the manifest over them.</summary>
internal sealed class PackageWriter(ChannelOptions options, bool asXml, string sender)
{
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the archive. Rows are numbered over the whole package, in the order of <paramref name="rows"/>: receipts name them so.</summary>
    public void Write(Stream target, int number, string? previous, ReportEnvelope[] rows, DateTimeOffset now)
    {
        using var zip = new AesZip(target, options.Token, now);
        var files = new List<(string Name, byte[] Content, int[] Rows)>();
        foreach (var group in Enumerable.Range(0, rows.Length).GroupBy(i => (rows[i].Operation, rows[i].Kind, rows[i].Person)))
        {
            int[] lines = [.. group];
            ReportEnvelope[] envelopes = [.. lines.Select(i => rows[i])];
            var name = $"{Name(group.Key.Operation, group.Key.Kind, group.Key.Person)}.{(asXml ? "xml" : "xlsx")}";
            files.Add((name, asXml ? Encoding.UTF8.GetBytes(RowData.Write(envelopes)) : Sheet(envelopes), lines));
        }

        zip.Add("manifest.json", Manifest(number, previous, rows, files, now));
        foreach (var (name, content, _) in files) zip.Add(name, content);
    }

    /// <summary>Writes sheets that belong together: the parcel is line 1, which its receipt names.</summary>
    public void Write(Stream target, int number, string? previous, SheetParcel parcel, DateTimeOffset now)
    {
        using var zip = new AesZip(target, options.Token, now);
        var files = parcel.Sheets.Select(s => (Name: $"{s.Name}.{(asXml ? "xml" : "xlsx")}", Content: asXml ? SheetFiles.Xml(s) : SheetFiles.Workbook(s), Rows: s.Rows.Count)).ToList();
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            Head(json, number, previous, parcel.Edition, now);
            json.WriteStartArray("files");
            foreach (var (name, content, rows) in files)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("sha256", Hash(content));
                json.WriteNumber("rows", rows);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("lines");
            json.WriteStartObject();
            json.WriteNumber("line", 1);
            json.WriteString("key", parcel.Key);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        zip.Add("manifest.json", buffer.ToArray());
        foreach (var (name, content, _) in files) zip.Add(name, content);
    }

    private void Head(Utf8JsonWriter json, int number, string? previous, string edition, DateTimeOffset now)
    {
        json.WriteString("sender", sender);
        json.WriteNumber("serial", number);
        json.WriteString("createdAt", now);
        json.WriteString("purpose", options.Purpose);
        json.WriteString("edition", edition);
        if (previous is null) return;
        json.WriteString("previous", Path.GetFileName(previous));
        if (File.Exists(previous)) json.WriteString("previousSha256", Hash(File.ReadAllBytes(previous)));
    }

    private byte[] Manifest(int number, string? previous, ReportEnvelope[] rows, List<(string Name, byte[] Content, int[] Rows)> files, DateTimeOffset now)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            Head(json, number, previous, rows[0].Edition, now);
            json.WriteStartArray("files");
            foreach (var (name, content, lines) in files)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("sha256", Hash(content));
                json.WriteNumber("rows", lines.Length);
                json.WriteStartArray("lines");
                foreach (var i in lines) json.WriteNumberValue(i + 1);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("lines");
            for (var i = 0; i < rows.Length; i++)
            {
                json.WriteStartObject();
                json.WriteNumber("line", i + 1);
                json.WriteString("key", rows[i].Key);
                json.WriteString("contentHash", rows[i].ContentHash);
                if (rows[i].PublicHash is { } hash) json.WriteString("publicHash", hash);
                json.WriteBoolean("notPublic", rows[i].NotPublic);
                if (rows[i].WithdrawalGround is { } ground) json.WriteString("ground", ground);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    // The columns of the national template: those of the other subject are left out.
    private static byte[] Sheet(ReportEnvelope[] rows)
    {
        var hidden = rows[0].Person ? ColumnSubject.Organization : ColumnSubject.Natural;
        int[] columns = [.. Enumerable.Range(0, rows[0].Cells.Count).Where(i => rows[0].Cells[i].Column.Who != hidden)];
        var buffer = new MemoryStream();
        using (var book = new WorkbookWriter(buffer))
        using (var sheet = book.Sheet(RecordKindText.Of(rows[0].Kind)))
        {
            sheet.Columns(columns.Select(i => Math.Clamp(rows[0].Cells[i].Column.Head.Length * 2 + 2, 12, 40)));
            sheet.Row([.. columns.Select(i => rows[0].Cells[i].Column.Head)], CellLook.Heading);
            foreach (var row in rows) sheet.Row([.. columns.Select(i => row.Cells[i].Text)]);
        }

        return buffer.ToArray();
    }

    private static string Name(ReportOperation operation, RecordKind kind, bool person) =>
        $"{(operation == ReportOperation.Withdraw ? "撤下-" : "")}{RecordKindText.Of(kind)}-{(person ? "自然人" : "法人及非法人组织")}";

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
