using System.Text.Json.Serialization;

namespace CreditKit.Ledger;

/// <summary>The key file as written: keys in Base64, master keys by number.</summary>
/// <param name="Current">Number of the master key in force.</param>
/// <param name="Wrapping">Master keys that data keys of this ledger may be wrapped under.</param>
/// <param name="Index">Key of the keyed hashes.</param>
/// <param name="Retired">Master keys that only older backups need.</param>
internal sealed record KeyFile(byte Current, Dictionary<string, string> Wrapping, string Index, Dictionary<string, string>? Retired = null);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeyFile))]
internal sealed partial class KeyFileJson : JsonSerializerContext;
