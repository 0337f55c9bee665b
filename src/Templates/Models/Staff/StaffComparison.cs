namespace CreditKit.Templates.Models;

/// <summary>One field in two versions; marks show what is hidden or changed.</summary>
internal sealed record StaffComparison
{
    public string Label { get; init; } = "";

    public TrustedMarkup Left { get; init; }

    public TrustedMarkup Right { get; init; }

    public string Badge { get; init; } = "";
}
