using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CreditKit.Reporting.Channels;

/// <summary>Writes a list entry with its persons as the portal's request.</summary>
internal static class PortalList
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The request.</summary>
    public static HttpContent Write(ListEnvelope entry)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("key", entry.Key);
            json.WriteString("entryId", entry.EntryId);
            json.WriteNumber("revision", entry.Revision);
            json.WriteString("form", entry.Form);
            json.WriteString("purpose", entry.Purpose);
            json.WriteString("contentHash", entry.ContentHash);
            json.WritePropertyName("entry");
            Row(json, entry.Columns, entry.Cells);
            json.WriteStartArray("persons");
            foreach (var person in entry.Persons) Row(json, entry.PersonColumns, person);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        var content = new ByteArrayContent(buffer.GetBuffer(), 0, (int)buffer.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private static void Row(Utf8JsonWriter json, IReadOnlyList<ListEnvelopeColumn> columns, IReadOnlyList<string> cells)
    {
        json.WriteStartObject();
        for (var i = 0; i < columns.Count; i++)
            if (cells[i].Length > 0) json.WriteString(columns[i].Code, cells[i]);
        json.WriteEndObject();
    }
}
