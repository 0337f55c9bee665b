namespace CreditKit.Templates.Models;

/// <summary>A link, or the place where one is.</summary>
public sealed record LinkModel
{
    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where it leads; host-less, or the agency's own setting.</summary>
    public string Url { get; init; } = "";

    /// <summary>The visitor is here.</summary>
    public bool Current { get; init; }

    /// <summary>A word beside it, e.g. a count; may be empty.</summary>
    public string Note { get; init; } = "";
}
