namespace CreditKit.Templates.Models;

/// <summary>A choice of a filter.</summary>
public sealed record OptionModel
{
    /// <summary>Name of the field in a form; empty in a filter.</summary>
    public string Name { get; init; } = "";

    /// <summary>The value.</summary>
    public string Value { get; init; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    /// <summary>It is chosen.</summary>
    public bool Selected { get; init; }
}
