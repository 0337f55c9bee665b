namespace CreditKit.Templates.Models;

/// <summary>What the columns and values of the downloads and of the interface mean.</summary>
public sealed record DictionaryPage : PageModel
{
    /// <summary>Columns of the list files: heading, name, meaning.</summary>
    public IReadOnlyList<RuleModel> Columns { get; init; } = [];

    /// <summary>All public values, in groups.</summary>
    public IReadOnlyList<DictionaryGroupModel> Groups { get; init; } = [];

    /// <summary>Codes: value, meaning.</summary>
    public IReadOnlyList<DictionaryGroupModel> Codes { get; init; } = [];

    /// <summary>The dictionary as JSON.</summary>
    public string JsonUrl { get; init; } = "";
}
