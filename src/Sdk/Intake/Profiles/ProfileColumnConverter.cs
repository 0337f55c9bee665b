using System.Text.Json;
using System.Text.Json.Serialization;
using CreditKit.Standards;

namespace CreditKit.Intake.Profiles;

/// <summary>A column is a field's name alone, or an object with unit and values.</summary>
internal sealed class ProfileColumnConverter : JsonConverter<ProfileColumn>
{
    public override ProfileColumn? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new(reader.GetString()!);
        var form = JsonSerializer.Deserialize<Form>(ref reader, options);
        return form is null ? null : new(form.Field, form.Unit, form.Values);
    }

    public override void Write(Utf8JsonWriter writer, ProfileColumn value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Form { Field = value.Field, Unit = value.Unit, Values = value.Values }, options);

    private sealed record Form
    {
        public required string Field { get; init; }
        public AmountUnit? Unit { get; init; }
        public IReadOnlyDictionary<string, string>? Values { get; init; }
    }
}
