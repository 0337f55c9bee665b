namespace CreditKit.Templates.Models;

/// <summary>A choice.</summary>
internal sealed record StaffOption
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Value { get; init; } = "";

    public string Text { get; init; } = "";

    public bool Selected { get; init; }
}
