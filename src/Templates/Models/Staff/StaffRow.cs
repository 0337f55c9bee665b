namespace CreditKit.Templates.Models;

/// <summary>A row of a table.</summary>
internal sealed record StaffRow
{
    public IReadOnlyList<StaffCell> Cells { get; init; } = [];
}
