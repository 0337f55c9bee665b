namespace CreditKit.Templates.Models;

/// <summary>A word in a frame. The tone only repeats what the word says.</summary>
public sealed record BadgeModel
{
    /// <summary>The word.</summary>
    public string Text { get; init; } = "";

    /// <summary><c>plain</c>, <c>blue</c>, <c>amber</c> or <c>red</c>.</summary>
    public string Tone { get; init; } = "plain";
}
