namespace CreditKit.Templates.Models;

/// <summary>A panel of the front page: the newest of one kind.</summary>
public sealed record PanelModel
{
    /// <summary>行政许可 or 行政处罚.</summary>
    public string Heading { get; init; } = "";

    /// <summary>How many are shown now.</summary>
    public string Count { get; init; } = "";

    /// <summary>The whole list.</summary>
    public string Url { get; init; } = "";

    /// <summary>The newest.</summary>
    public IReadOnlyList<RowModel> Rows { get; init; } = [];

    /// <summary>There is none.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>What is published here and when.</summary>
    public string EmptyText { get; init; } = "";
}
