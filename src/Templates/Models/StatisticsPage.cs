namespace CreditKit.Templates.Models;

/// <summary>Statistics over what is visible now.</summary>
public sealed record StatisticsPage : PageModel
{
    /// <summary>Which agency alone is counted; empty: all.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The same over all agencies.</summary>
    public string AllUrl { get; init; } = "";

    /// <summary>Totals.</summary>
    public IReadOnlyList<FigureModel> Figures { get; init; } = [];

    /// <summary>A chart for each kind.</summary>
    public IReadOnlyList<ChartModel> Charts { get; init; } = [];

    /// <summary>Headings of the counts, a kind each, and the sum.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Counts by month of decision, newest first.</summary>
    public IReadOnlyList<CountModel> Months { get; init; } = [];

    /// <summary>Counts by agency; each leads to its own statistics.</summary>
    public IReadOnlyList<CountModel> Authorities { get; init; } = [];

    /// <summary>There are several agencies.</summary>
    public bool HasAuthorities { get; init; }

    /// <summary>Nothing is visible.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The counts as CSV.</summary>
    public string CsvUrl { get; init; } = "";

    /// <summary>The counts as JSON.</summary>
    public string JsonUrl { get; init; } = "";

    /// <summary>Newest publication, yyyy-MM-dd HH:mm; empty when there is none.</summary>
    public string UpdatedAt { get; init; } = "";
}
