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

    /// <summary>Everything in one archive, its manifest, increments.</summary>
    public IReadOnlyList<EntryModel> Bulk { get; init; } = [];

    /// <summary>Lines of HTML for other sites; empty when no public address is configured.</summary>
    public IReadOnlyList<LinkModel> Embeds { get; init; } = [];

    /// <summary>There are such lines.</summary>
    public bool HasEmbeds { get; init; }

    /// <summary>The line for the site's robots.txt; empty when no public address is configured.</summary>
    public string RobotsLine { get; init; } = "";
}
