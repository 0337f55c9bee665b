namespace CreditKit.Templates.Models;

/// <summary>A line of a description list.</summary>
internal sealed record StaffFact
{
    public string Label { get; init; } = "";

    public string Value { get; init; } = "";

    public string Badge { get; init; } = "";

    public bool Long { get; init; }
}
