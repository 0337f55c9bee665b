namespace CreditKit.Templates.Models;

/// <summary>A bar of a chart.</summary>
public sealed record BarModel
{
    /// <summary>Left edge.</summary>
    public string X { get; init; } = "";

    /// <summary>Middle, where its texts stand.</summary>
    public string Middle { get; init; } = "";

    /// <summary>Upper edge.</summary>
    public string Y { get; init; } = "";

    /// <summary>Height.</summary>
    public string Height { get; init; } = "";

    /// <summary>Where the figure above it stands.</summary>
    public string ValueY { get; init; } = "";

    /// <summary>The figure above it.</summary>
    public string Value { get; init; } = "";

    /// <summary>Where the text below it stands.</summary>
    public string LabelY { get; init; } = "";

    /// <summary>The text below it, e.g. 7月.</summary>
    public string Label { get; init; } = "";

    /// <summary>Where the second text below it stands.</summary>
    public string NoteY { get; init; } = "";

    /// <summary>A second text below it, e.g. a year where one begins; may be empty.</summary>
    public string Note { get; init; } = "";
}
