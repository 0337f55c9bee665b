namespace CreditKit.Templates.Models;

/// <summary>What is published here, and by which rules.</summary>
public sealed record AboutPage : PageModel
{
    /// <summary>Documents the column rests on.</summary>
    public IReadOnlyList<RuleModel> Rules { get; init; } = [];
}
