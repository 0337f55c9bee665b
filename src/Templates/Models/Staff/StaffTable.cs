namespace CreditKit.Templates.Models;

/// <summary>A table; empty ones say so in a sentence.</summary>
internal sealed record StaffTable
{
    public string Caption { get; init; } = "";

    public IReadOnlyList<string> Head { get; init; } = [];

    /// <summary>The headings, over numbers at the right as these stand.</summary>
    public IReadOnlyList<StaffHead> Heads => [.. Head.Select((text, i) => new StaffHead { Text = text, Number = Rows is [{ } first, ..] && i < first.Cells.Count && first.Cells[i].Number })];

    public IReadOnlyList<StaffRow> Rows { get; init; } = [];

    public string Empty { get; init; } = "";

    public string FirstUrl { get; init; } = "";

    public string NextUrl { get; init; } = "";
}
