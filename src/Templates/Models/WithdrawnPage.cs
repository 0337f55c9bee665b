namespace CreditKit.Templates.Models;

/// <summary>A record that was withdrawn (410).</summary>
public sealed record WithdrawnPage : PageModel
{
    /// <summary>The notice.</summary>
    public required NoticeModel Notice { get; init; }
}
