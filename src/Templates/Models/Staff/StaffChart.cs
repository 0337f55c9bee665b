namespace CreditKit.Templates.Models;

/// <summary>Bars as SVG; the same figures stand in the table beneath.</summary>
internal sealed record StaffChart
{
    public string Title { get; init; } = "";

    public string Width { get; init; } = "";

    public string Height { get; init; } = "";

    public IReadOnlyList<StaffBar> Bars { get; init; } = [];
}
