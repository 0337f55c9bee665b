namespace CreditKit.Templates.Models;

/// <summary>A count on the board; a link to what it counts.</summary>
internal sealed record StaffCount
{
    public string Label { get; init; } = "";

    public string Value { get; init; } = "";

    public string Note { get; init; } = "";

    public string Url { get; init; } = "";

    /// <summary>Empty, care or wrong.</summary>
    public string Tone { get; init; } = "";

    public string Word { get; init; } = "";
}
