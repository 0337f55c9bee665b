namespace CreditKit.Templates.Models;

/// <summary>Nothing here, or not yet ready: what happened and what now.</summary>
public sealed record MessagePage : PageModel
{
    /// <summary>What happened.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What it means.</summary>
    public string Text { get; init; } = "";

    /// <summary>A search may help.</summary>
    public bool OffersSearch { get; init; }

    /// <summary>Where to go.</summary>
    public IReadOnlyList<LinkModel> Links { get; init; } = [];
}
