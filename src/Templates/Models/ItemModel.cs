namespace CreditKit.Templates.Models;

/// <summary>A label and its value.</summary>
public sealed record ItemModel
{
    /// <summary>Label.</summary>
    public string Label { get; init; } = "";

    /// <summary>Value; line breaks count.</summary>
    public string Value { get; init; } = "";

    /// <summary>Something was hidden: 已脱敏.</summary>
    public bool Masked { get; init; }

    /// <summary>A text rather than a value.</summary>
    public bool Long { get; init; }

    /// <summary>Where the value leads; may be empty.</summary>
    public string Url { get; init; } = "";
}
