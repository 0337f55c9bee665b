namespace CreditKit.Templates.Models;

/// <summary>Downloads, feeds and the interface.</summary>
public sealed record DataPage : PageModel
{
    /// <summary>Files of what is visible now.</summary>
    public IReadOnlyList<EntryModel> Downloads { get; init; } = [];

    /// <summary>Feeds; empty when no public address is configured.</summary>
    public IReadOnlyList<EntryModel> Feeds { get; init; } = [];

    /// <summary>There are feeds.</summary>
    public bool HasFeeds { get; init; }

    /// <summary>The JSON interface.</summary>
    public IReadOnlyList<EntryModel> Interface { get; init; } = [];

    /// <summary>The columns of the files: heading, name, meaning.</summary>
    public IReadOnlyList<RuleModel> Columns { get; init; } = [];
}
