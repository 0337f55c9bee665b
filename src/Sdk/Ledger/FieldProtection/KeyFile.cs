using System.Text.Json.Serialization;

namespace CreditKit.Ledger;

/// <summary>The key file as written: keys in Base64, wrapping keys by number.</summary>
internal sealed record KeyFile(byte Current, Dictionary<string, string> Wrapping, string Index);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeyFile))]
internal sealed partial class KeyFileJson : JsonSerializerContext;
