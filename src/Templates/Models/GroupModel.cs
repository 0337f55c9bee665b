namespace CreditKit.Templates.Models;

/// <summary>A group of values of a record.</summary>
public sealed record GroupModel
{
    /// <summary>Heading.</summary>
    public string Heading { get; init; } = "";

    /// <summary>For links within the page.</summary>
    public string Id { get; init; } = "";

    /// <summary>The values.</summary>
    public IReadOnlyList<ItemModel> Items { get; init; } = [];

    /// <summary>The group's one value when its label would only repeat the heading; otherwise empty.</summary>
    public string Sentence { get; init; } = "";
}
