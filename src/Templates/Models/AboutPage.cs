namespace CreditKit.Templates.Models;

/// <summary>What is published here, and by which rules.</summary>
public sealed record AboutPage : PageModel
{
    /// <summary>Within what time decisions are published, in words.</summary>
    public string Deadline { get; init; } = "";

    /// <summary>Address of the item catalogue.</summary>
    public string CatalogueUrl { get; init; } = "";

    /// <summary>Documents the column rests on.</summary>
    public IReadOnlyList<RuleModel> Rules { get; init; } = [];
}
