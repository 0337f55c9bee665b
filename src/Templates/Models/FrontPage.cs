namespace CreditKit.Templates.Models;

/// <summary>Front page.</summary>
public sealed record FrontPage : PageModel
{
    /// <summary>Searches that find something.</summary>
    public IReadOnlyList<LinkModel> Examples { get; init; } = [];

    /// <summary>There are examples.</summary>
    public bool HasExamples { get; init; }

    /// <summary>What is shown now, newly, in time.</summary>
    public IReadOnlyList<FigureModel> Figures { get; init; } = [];

    /// <summary>Newest publication, yyyy-MM-dd HH:mm; empty when there is none.</summary>
    public string UpdatedAt { get; init; } = "";

    /// <summary>The newest of both kinds.</summary>
    public IReadOnlyList<PanelModel> Panels { get; init; } = [];

    /// <summary>Four quiet entries.</summary>
    public IReadOnlyList<EntryModel> Entries { get; init; } = [];
}
