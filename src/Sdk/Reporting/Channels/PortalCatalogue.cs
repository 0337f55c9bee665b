using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CreditKit.Catalog;
using CreditKit.Records;

namespace CreditKit.Reporting.Channels;

/// <summary>Writes the catalogue as the portal's request: items under the heads of the platform's form, and the data items of their records.</summary>
internal static class PortalCatalogue
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The request.</summary>
    public static HttpContent Write(CatalogueEnvelope catalogue)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("key", catalogue.Key);
            json.WriteString("day", catalogue.Day.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("edition", catalogue.Edition);
            json.WriteString("purpose", catalogue.Purpose);
            json.WriteStartArray("items");
            foreach (var item in catalogue.Items)
            {
                json.WriteStartObject();
                foreach (var (head, cell) in CatalogSheet.Heads.Zip(CatalogSheet.Write(item)))
                    if (cell.Length > 0) json.WriteString(head, cell);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("dataItems");
            foreach (var column in catalogue.DataItems)
            {
                json.WriteStartObject();
                json.WriteString("kind", RecordKindText.Of(column.Kind));
                json.WriteString("code", column.Code);
                json.WriteString("name", column.Name);
                json.WriteBoolean("mandatory", column.Mandatory);
                json.WriteNumber("length", column.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var content = new ByteArrayContent(buffer.GetBuffer(), 0, (int)buffer.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }
}
