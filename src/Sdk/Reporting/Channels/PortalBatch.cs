using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CreditKit.Records;

namespace CreditKit.Reporting.Channels;

/// <summary>Writes the portal's requests.</summary>
internal static class PortalBatch
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");

    /// <summary>A batch of envelopes.</summary>
    public static HttpContent Write(IReadOnlyList<ReportEnvelope> envelopes, string batch) => Content(json =>
    {
        json.WriteStartObject();
        json.WriteString("batch", batch);
        json.WriteString("purpose", envelopes[0].Purpose);
        Section(json, "licenses", envelopes.Where(e => e is { Operation: ReportOperation.Upsert, Kind: RecordKind.License }), Upsert);
        Section(json, "penalties", envelopes.Where(e => e is { Operation: ReportOperation.Upsert, Kind: RecordKind.Penalty }), Upsert);
        Section(json, "withdrawals", envelopes.Where(e => e.Operation == ReportOperation.Withdraw), Withdraw);
        json.WriteEndObject();
    });

    /// <summary>A question about keys.</summary>
    public static HttpContent Ask(IReadOnlyList<ReportEnvelope> envelopes) => Content(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("keys");
        foreach (var envelope in envelopes) json.WriteStringValue(envelope.Key);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Section(Utf8JsonWriter json, string name, IEnumerable<ReportEnvelope> envelopes, Action<Utf8JsonWriter, ReportEnvelope> write)
    {
        json.WriteStartArray(name);
        foreach (var envelope in envelopes)
        {
            json.WriteStartObject();
            json.WriteString("key", envelope.Key);
            json.WriteString("recordId", envelope.RecordId);
            json.WriteNumber("revision", envelope.Revision);
            write(json, envelope);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Upsert(Utf8JsonWriter json, ReportEnvelope envelope)
    {
        json.WriteBoolean("notPublic", envelope.NotPublic);
        if (envelope.LastDisclosedDay is { } day) json.WriteString("lastDisclosedDay", Iso(day));
        json.WriteString("contentHash", envelope.ContentHash);
        if (envelope.PublicHash is { } hash) json.WriteString("publicHash", hash);
        json.WriteStartObject("row");
        foreach (var cell in envelope.Cells)
        {
            if (cell.Text.Length == 0) continue;
            if (cell.Date is { } date) json.WriteString(cell.Column.Code, Iso(date));
            else if (cell.Number is { } number) json.WriteNumber(cell.Column.Code, number);
            else json.WriteString(cell.Column.Code, cell.Text);
        }

        json.WriteEndObject();
    }

    private static void Withdraw(Utf8JsonWriter json, ReportEnvelope envelope)
    {
        json.WriteString("documentNumber", envelope.DocumentNumber);
        json.WriteString("ground", envelope.WithdrawalGround);
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ByteArrayContent Content(Action<Utf8JsonWriter> write)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options)) write(json);
        var content = new ByteArrayContent(buffer.GetBuffer(), 0, (int)buffer.Length);
        content.Headers.ContentType = s_json;
        return content;
    }
}
