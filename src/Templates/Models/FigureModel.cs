namespace CreditKit.Templates.Models;

/// <summary>A figure of the front page.</summary>
public sealed record FigureModel
{
    /// <summary>The figure.</summary>
    public string Value { get; init; } = "";

    /// <summary>条, %, …</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it counts.</summary>
    public string Label { get; init; } = "";
}
