using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CreditKit.Records;

namespace CreditKit.Ledger;

/// <summary>The stored form of a record. One record has one form, so equal content has an equal hash.</summary>
internal static class RecordJson
{
    private static readonly RecordJsonContext s_context = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new EquatableListOfText(), new ActFields() },
    });

    public static byte[] Write(CreditRecord record) => record switch
    {
        AdministrativeLicense license => JsonSerializer.SerializeToUtf8Bytes(license, s_context.AdministrativeLicense),
        AdministrativePenalty penalty => JsonSerializer.SerializeToUtf8Bytes(penalty, s_context.AdministrativePenalty),
        AdministrativeAct act => JsonSerializer.SerializeToUtf8Bytes(act, s_context.AdministrativeAct),
        _ => throw new NotSupportedException(record.GetType().Name),
    };

    public static CreditRecord Read(RecordKind kind, ReadOnlySpan<byte> json) => kind switch
    {
        RecordKind.License => JsonSerializer.Deserialize(json, s_context.AdministrativeLicense)!,
        RecordKind.Penalty => JsonSerializer.Deserialize(json, s_context.AdministrativePenalty)!,
        RecordKind.Act => JsonSerializer.Deserialize(json, s_context.AdministrativeAct)!,
        _ => throw new NotSupportedException(kind.ToString()),
    };

    private sealed class ActFields : JsonConverter<EquatableList<ActField>>
    {
        public override EquatableList<ActField> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var items = new List<ActField>();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) items.Add(JsonSerializer.Deserialize(ref reader, s_context.ActField)!);
            return new EquatableList<ActField>(items);
        }

        public override void Write(Utf8JsonWriter writer, EquatableList<ActField> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value) JsonSerializer.Serialize(writer, item, s_context.ActField);
            writer.WriteEndArray();
        }
    }

    private sealed class EquatableListOfText : JsonConverter<EquatableList<string>>
    {
        public override EquatableList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var items = new List<string>();
            while (reader.Read() && reader.TokenType == JsonTokenType.String) items.Add(reader.GetString()!);
            return new EquatableList<string>(items);
        }

        public override void Write(Utf8JsonWriter writer, EquatableList<string> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value) writer.WriteStringValue(item);
            writer.WriteEndArray();
        }
    }
}

[JsonSerializable(typeof(AdministrativeLicense))]
[JsonSerializable(typeof(AdministrativePenalty))]
[JsonSerializable(typeof(AdministrativeAct))]
[JsonSerializable(typeof(ActField))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
