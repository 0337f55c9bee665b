namespace CreditKit.Templates.Models;

/// <summary>Fields that belong together.</summary>
internal sealed record StaffGroup
{
    public string Legend { get; init; } = "";

    public bool Folded { get; init; }

    public IReadOnlyList<StaffField> Fields { get; init; } = [];
}
