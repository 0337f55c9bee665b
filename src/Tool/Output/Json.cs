using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CreditKit.Tool.Output;

/// <summary>How JSON is printed: camelCase, Chinese as it is, enum names in lower case, dates yyyy-MM-dd.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static void Print<T>(TextWriter output, T value) => output.WriteLine(JsonSerializer.Serialize(value, Options));
}
