namespace CreditKit.Templates.Models;

/// <summary>A row of counts.</summary>
public sealed record CountModel
{
    /// <summary>What is counted.</summary>
    public string Label { get; init; } = "";

    /// <summary>Where it leads; may be empty.</summary>
    public string Url { get; init; } = "";

    /// <summary>A count for each kind, and the sum.</summary>
    public IReadOnlyList<CellModel> Values { get; init; } = [];
}
