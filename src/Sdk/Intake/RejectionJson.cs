using System.Text.Json.Serialization;
using CreditKit.Validation;

namespace CreditKit.Intake;

/// <summary>The issues of a rejected row, as stored; they hold no personal data.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<ValidationIssue>))]
internal sealed partial class RejectionJson : JsonSerializerContext;
