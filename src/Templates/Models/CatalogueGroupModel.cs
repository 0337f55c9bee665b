namespace CreditKit.Templates.Models;

/// <summary>Items, or data items, of one kind of act.</summary>
public sealed record CatalogueGroupModel
{
    /// <summary>行政许可, 行政处罚 ….</summary>
    public string Title { get; init; } = "";

    /// <summary>How many.</summary>
    public string Count { get; init; } = "";

    /// <summary>The rows.</summary>
    public IReadOnlyList<CatalogueRowModel> Rows { get; init; } = [];
}
