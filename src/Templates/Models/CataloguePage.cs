namespace CreditKit.Templates.Models;

/// <summary>The item catalogue, and the data items that a record has.</summary>
public sealed record CataloguePage : PageModel
{
    /// <summary>The day on which these items are in force, yyyy-MM-dd.</summary>
    public string Day { get; init; } = "";

    /// <summary>No item is public.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The items by kind of act.</summary>
    public IReadOnlyList<CatalogueGroupModel> Groups { get; init; } = [];

    /// <summary>The data items by kind of act.</summary>
    public IReadOnlyList<CatalogueGroupModel> DataItems { get; init; } = [];

    /// <summary>Title of the data standard.</summary>
    public string Standard { get; init; } = "";

    /// <summary>The same as JSON.</summary>
    public string Interface { get; init; } = "";
}
