namespace CreditKit.Templates.Models;

/// <summary>One <c>meta</c> element.</summary>
public sealed record MetaModel
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its content.</summary>
    public string Content { get; init; } = "";

    /// <summary>Written as <c>property</c> rather than <c>name</c> (share cards).</summary>
    public bool Property { get; init; }
}
