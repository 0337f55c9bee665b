using System.Text.Json.Serialization;
using ProvincialPortal.Contract;

namespace ProvincialPortal.Store;

/// <summary>The stored forms of rows and receipts.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RowAnswer))]
[JsonSerializable(typeof(LicenseRow))]
[JsonSerializable(typeof(PenaltyRow))]
internal sealed partial class RowJson : JsonSerializerContext;
