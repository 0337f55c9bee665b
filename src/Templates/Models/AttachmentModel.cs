namespace CreditKit.Templates.Models;

/// <summary>The public copy of a paper.</summary>
public sealed record AttachmentModel
{
    /// <summary>What it is, e.g. 行政处罚决定书.</summary>
    public string Title { get; init; } = "";

    /// <summary>Number of pages, in words.</summary>
    public string Note { get; init; } = "";

    /// <summary>Its pages; the text of each link says which page of what, in which form and size.</summary>
    public IReadOnlyList<LinkModel> Pages { get; init; } = [];
}
