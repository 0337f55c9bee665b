namespace CreditKit.Templates.Models;

/// <summary>The newest records of one kind as a small page for the frame of another site: links only, no script.</summary>
public sealed record EmbedPage : PageModel
{
    /// <summary>行政许可 or 行政处罚.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The whole list.</summary>
    public string ListUrl { get; init; } = "";

    /// <summary>How many there are.</summary>
    public string Count { get; init; } = "";

    /// <summary>The rows.</summary>
    public IReadOnlyList<RowModel> Rows { get; init; } = [];

    /// <summary>There is none.</summary>
    public bool IsEmpty { get; init; }
}
