namespace CreditKit.Templates.Models;

/// <summary>One part of a page; what is null is not shown.</summary>
internal sealed record StaffBlock
{
    public string Id { get; init; } = "";

    /// <summary>Shown anew every two seconds, where scripts run.</summary>
    public bool Refresh { get; init; }

    public string Heading { get; init; } = "";

    public string Note { get; init; } = "";

    public StaffNotice? Notice { get; init; }

    public IReadOnlyList<StaffCount> Counts { get; init; } = [];

    public StaffTable? Table { get; init; }

    public IReadOnlyList<StaffFact> Facts { get; init; } = [];

    public StaffForm? Form { get; init; }

    public StaffCompare? Compare { get; init; }

    public StaffChart? Chart { get; init; }

    public StaffLetter? Letter { get; init; }

    public IReadOnlyList<StaffPicture> Pictures { get; init; } = [];

    public IReadOnlyList<StaffLink> Links { get; init; } = [];
}
