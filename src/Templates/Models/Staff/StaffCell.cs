namespace CreditKit.Templates.Models;

/// <summary>A cell: text, a link, a badge, or a small form with one button.</summary>
internal sealed record StaffCell
{
    public string Text { get; init; } = "";

    public string Url { get; init; } = "";

    public string Note { get; init; } = "";

    public string Badge { get; init; } = "";

    /// <summary>Tone of the badge: empty, care or wrong.</summary>
    public string Tone { get; init; } = "";

    public bool Number { get; init; }

    public StaffForm? Form { get; init; }
}
