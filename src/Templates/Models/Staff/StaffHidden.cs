namespace CreditKit.Templates.Models;

/// <summary>A value that travels with a form.</summary>
internal sealed record StaffHidden
{
    public string Name { get; init; } = "";

    public string Value { get; init; } = "";
}
