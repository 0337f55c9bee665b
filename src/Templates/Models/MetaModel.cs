namespace CreditKit.Templates.Models;

/// <summary>One <c>meta</c> element.</summary>
public sealed record MetaModel
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its content.</summary>
    public string Content { get; init; } = "";
}
