namespace CreditKit.Templates.Models;

/// <summary>One <c>link rel=alternate</c> element: a feed of the page.</summary>
public sealed record AlternateModel
{
    /// <summary>Media type.</summary>
    public string Type { get; init; } = "";

    /// <summary>What it is.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it is.</summary>
    public string Url { get; init; } = "";
}
