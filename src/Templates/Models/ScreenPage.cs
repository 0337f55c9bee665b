namespace CreditKit.Templates.Models;

/// <summary>A page for the screen of a service hall: large, without controls, turning by itself.</summary>
public sealed record ScreenPage : PageModel
{
    /// <summary>What is shown now, newly, in time.</summary>
    public IReadOnlyList<FigureModel> Figures { get; init; } = [];

    /// <summary>行政许可 or 行政处罚.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The rows of this turn.</summary>
    public IReadOnlyList<RowModel> Rows { get; init; } = [];

    /// <summary>There is none.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Why.</summary>
    public string EmptyText { get; init; } = "";

    /// <summary>Which turn this is, of how many.</summary>
    public string TurnText { get; init; } = "";

    /// <summary>The next turn.</summary>
    public string NextUrl { get; init; } = "";

    /// <summary>This turn standing still, or turning again.</summary>
    public string PauseUrl { get; init; } = "";

    /// <summary>It stands still.</summary>
    public bool Paused { get; init; }

    /// <summary>Newest publication, yyyy-MM-dd HH:mm; empty when there is none.</summary>
    public string UpdatedAt { get; init; } = "";
}
