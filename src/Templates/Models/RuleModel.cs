namespace CreditKit.Templates.Models;

/// <summary>A document the column rests on.</summary>
public sealed record RuleModel
{
    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Number and date.</summary>
    public string Number { get; init; } = "";

    /// <summary>What it says here.</summary>
    public string Text { get; init; } = "";
}
