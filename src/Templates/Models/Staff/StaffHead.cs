namespace CreditKit.Templates.Models;

/// <summary>A heading of a table.</summary>
internal sealed record StaffHead
{
    public string Text { get; init; } = "";

    public bool Number { get; init; }
}
