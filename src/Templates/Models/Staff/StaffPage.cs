namespace CreditKit.Templates.Models;

/// <summary>A page of the staff side: the frame, and blocks in their order.</summary>
internal sealed record StaffPage
{
    public required string Title { get; init; }

    public string AgencyName { get; init; } = "";

    public string ColumnName { get; init; } = "";

    public string ColumnUrl { get; init; } = "";

    public string HomeUrl { get; init; } = "";

    public IReadOnlyList<string> Styles { get; init; } = [];

    public IReadOnlyList<string> Scripts { get; init; } = [];

    public string PersonName { get; init; } = "";

    public string RoleText { get; init; } = "";

    public string SignOutUrl { get; init; } = "";

    public IReadOnlyList<StaffLink> Navigation { get; init; } = [];

    public required string Heading { get; init; }

    public string Lead { get; init; } = "";

    public IReadOnlyList<StaffLink> Crumbs { get; init; } = [];

    public IReadOnlyList<StaffBlock> Blocks { get; init; } = [];
}
