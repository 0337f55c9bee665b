using System.Text.Json;
using System.Text.Json.Serialization;

namespace CreditKit.Policy.Model;

/// <summary>A number of the law: a bare number takes source and certainty of its block; null is a number that is not known.</summary>
[JsonConverter(typeof(FigureConverter))]
internal sealed record Figure(int? Value, string? Source, Certainty? Certainty);

internal sealed class FigureConverter : JsonConverter<Figure>
{
    public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number) return new Figure(NotNegative(reader.GetInt32()), null, null);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("数字应写为 12 或 {\"value\":12,\"source\":\"…\",\"certainty\":\"V1\"}");
        int? value = null;
        string? source = null;
        Certainty? certainty = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "value": value = reader.TokenType == JsonTokenType.Null ? null : NotNegative(reader.GetInt32()); break;
                case "source": source = reader.GetString(); break;
                case "certainty":
                    certainty = Enum.TryParse<Certainty>(reader.GetString(), out var c) ? c : throw new JsonException("certainty 应为 V1、V2、V3、OK 或 D");
                    break;
                default: throw new JsonException($"数字不认识的项“{name}”");
            }
        }

        return new Figure(value, source, certainty);
    }

    public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static int NotNegative(int value) => value >= 0 ? value : throw new JsonException("数字不能为负");
}
