using System.Text.Json.Serialization;

namespace CreditKit.Desensitization;

/// <summary>How values of one kind are masked: an entry of the masking data.</summary>
public sealed record MaskStyle
{
    /// <summary>Name of the rule: <c>ends</c>, <c>landline</c>, <c>name</c>, <c>county</c>, <c>replace</c> or one's own.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>Characters kept at the start.</summary>
    [JsonPropertyName("first")]
    public int First { get; init; }

    /// <summary>Characters kept at the end.</summary>
    [JsonPropertyName("last")]
    public int Last { get; init; }

    /// <summary>Number of stars; fixed, so that lengths stay hidden.</summary>
    [JsonPropertyName("stars")]
    public int Stars { get; init; } = 3;

    /// <summary>Replacement text of <c>replace</c>, ending of <c>county</c>.</summary>
    [JsonPropertyName("with")]
    public string With { get; init; } = "***";
}
