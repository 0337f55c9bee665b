namespace CreditKit.Templates.Models;

/// <summary>A table; empty ones say so in a sentence.</summary>
internal sealed record StaffTable
{
    public string Caption { get; init; } = "";

    public IReadOnlyList<string> Head { get; init; } = [];

    public IReadOnlyList<StaffRow> Rows { get; init; } = [];

    public string Empty { get; init; } = "";

    public string FirstUrl { get; init; } = "";

    public string NextUrl { get; init; } = "";
}
