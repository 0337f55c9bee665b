namespace CreditKit.Templates.Models;

/// <summary>Objection and repair.</summary>
public sealed record RemedyPage : PageModel
{
    /// <summary>Where forms are; may be empty.</summary>
    public string FormsUrl { get; init; } = "";

    /// <summary>Forms of this column, each with a word on what it is for; empty where there are none.</summary>
    public IReadOnlyList<LinkModel> Forms { get; init; } = [];

    /// <summary>Where repair is applied for; may be empty.</summary>
    public string RepairUrl { get; init; } = "";

    /// <summary>How credit repair works today.</summary>
    public required RepairGuideModel Repair { get; init; }

    /// <summary>There is a telephone, mail or postal address.</summary>
    public bool HasContact { get; init; }

    /// <summary>Reconsideration and lawsuit, the agency's standard text; may be empty.</summary>
    public string RemedyText { get; init; } = "";
}
