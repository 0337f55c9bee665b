namespace CreditKit.Templates.Models;

/// <summary>Two versions beside each other, field by field.</summary>
internal sealed record StaffCompare
{
    public string Left { get; init; } = "";

    public string Right { get; init; } = "";

    public IReadOnlyList<StaffComparison> Rows { get; init; } = [];
}
