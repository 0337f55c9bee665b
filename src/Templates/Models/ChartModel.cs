namespace CreditKit.Templates.Models;

/// <summary>A bar chart, drawn with SVG attributes alone: widths in per cent, heights in pixels, so that the text keeps its size.</summary>
public sealed record ChartModel
{
    /// <summary>Part of ids on the page.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it shows.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The same in a sentence, for those who do not see it.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>Height of the drawing.</summary>
    public string Height { get; init; } = "";

    /// <summary>Where the bars stand.</summary>
    public string BaseY { get; init; } = "";

    /// <summary>Width of a bar.</summary>
    public string BarWidth { get; init; } = "";

    /// <summary>The bars from left to right.</summary>
    public IReadOnlyList<BarModel> Bars { get; init; } = [];
}
