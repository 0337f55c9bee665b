namespace CreditKit.Templates.Models;

/// <summary>A count under its heading.</summary>
public sealed record CellModel
{
    /// <summary>The heading, for templates that do not repeat it above.</summary>
    public string Label { get; init; } = "";

    /// <summary>The count.</summary>
    public string Value { get; init; } = "";
}
