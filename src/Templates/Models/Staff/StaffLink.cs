namespace CreditKit.Templates.Models;

/// <summary>A link, or words without one.</summary>
internal sealed record StaffLink
{
    public string Text { get; init; } = "";

    public string Url { get; init; } = "";

    public bool Current { get; init; }

    public string Key { get; init; } = "";
}
