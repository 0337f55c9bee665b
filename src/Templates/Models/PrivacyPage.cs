namespace CreditKit.Templates.Models;

/// <summary>What becomes of visitors' data.</summary>
public sealed record PrivacyPage : PageModel
{
    /// <summary>The column takes forms.</summary>
    public bool HasForms { get; init; }

    /// <summary>Where personal-information requests are made.</summary>
    public string RequestUrl { get; init; } = "";
}
