namespace CreditKit.Templates.Models;

/// <summary>One list of subjects.</summary>
public sealed record SubjectListModel
{
    /// <summary>Part of ids on the page.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name of the list.</summary>
    public string Name { get; init; } = "";

    /// <summary>认定单位, 列入依据, 列入情形, 惩戒措施, 移出条件和程序, 救济途径.</summary>
    public IReadOnlyList<ItemModel> Rules { get; init; } = [];

    /// <summary>Its subjects.</summary>
    public IReadOnlyList<ListedModel> Entries { get; init; } = [];

    /// <summary>It has none now.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>How many.</summary>
    public string Count { get; init; } = "";
}
