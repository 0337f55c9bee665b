namespace CreditKit.Templates.Models;

/// <summary>A quiet entry of the front page.</summary>
public sealed record EntryModel
{
    /// <summary>What it is.</summary>
    public string Title { get; init; } = "";

    /// <summary>A sentence.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where it leads.</summary>
    public string Url { get; init; } = "";
}
