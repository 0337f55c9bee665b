namespace CreditKit.Templates.Models;

/// <summary>One public notice of a case.</summary>
public sealed record CaseNoticeModel
{
    /// <summary>What it is.</summary>
    public string Title { get; init; } = "";

    /// <summary>The text; may have several lines.</summary>
    public string Text { get; init; } = "";

    /// <summary>Document number of the decision; may be empty.</summary>
    public string Number { get; init; } = "";

    /// <summary>Who answered.</summary>
    public string Authority { get; init; } = "";

    /// <summary>When it was published.</summary>
    public string PublishedAt { get; init; } = "";
}
