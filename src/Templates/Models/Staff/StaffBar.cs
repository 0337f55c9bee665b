namespace CreditKit.Templates.Models;

/// <summary>One bar with its label and value.</summary>
internal sealed record StaffBar
{
    public string Label { get; init; } = "";

    public string Value { get; init; } = "";

    public string X { get; init; } = "";

    public string Y { get; init; } = "";

    public string Width { get; init; } = "";

    public string Height { get; init; } = "";

    public string LabelX { get; init; } = "";

    public string LabelY { get; init; } = "";

    public string ValueY { get; init; } = "";
}
