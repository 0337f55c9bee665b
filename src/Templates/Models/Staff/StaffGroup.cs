namespace CreditKit.Templates.Models;

/// <summary>Fields that belong together.</summary>
internal sealed record StaffGroup
{
    public string Legend { get; init; } = "";

    public string Note { get; init; } = "";

    public bool Folded { get; init; }

    /// <summary>A folded group that stands open.</summary>
    public bool Open { get; init; }

    /// <summary>What fills the group.</summary>
    public IReadOnlyList<StaffButton> Buttons { get; init; } = [];

    public IReadOnlyList<StaffField> Fields { get; init; } = [];
}
