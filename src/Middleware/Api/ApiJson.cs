using System.Text.Json;
using System.Text.Json.Serialization;

namespace CreditKit.AspNetCore;

/// <summary>The interface's JSON: names in camel case, Chinese as UTF-8.</summary>
[JsonSerializable(typeof(ApiList))]
[JsonSerializable(typeof(ApiRow))]
[JsonSerializable(typeof(ApiRecord))]
[JsonSerializable(typeof(ApiOverview))]
[JsonSerializable(typeof(IReadOnlyList<ApiNotice>))]
[JsonSerializable(typeof(ApiStatistics))]
[JsonSerializable(typeof(ApiChanges))]
[JsonSerializable(typeof(ApiManifest))]
[JsonSerializable(typeof(ApiDumpManifest))]
[JsonSerializable(typeof(ApiProblem))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    public static ApiJson Web { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = PageTags.Json.Encoder });
}
