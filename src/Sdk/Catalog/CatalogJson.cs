using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CreditKit.Catalog;

/// <summary>The JSON form of an edition: as it is stored, and as a file.</summary>
[JsonSerializable(typeof(CatalogEdition))]
internal sealed partial class CatalogJson : JsonSerializerContext
{
    /// <summary>camelCase, enum names, Chinese as it is; an unknown name is a fault.</summary>
    public static CatalogJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new JsonStringEnumConverter<CatalogLayer>(), new JsonStringEnumConverter<ProviderKind>(), new JsonStringEnumConverter<Sharing>(),
            new JsonStringEnumConverter<Openness>(), new JsonStringEnumConverter<Records.RecordKind>(),
        },
    });
}
