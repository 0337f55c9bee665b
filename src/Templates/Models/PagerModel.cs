namespace CreditKit.Templates.Models;

/// <summary>Where one is in a list, and the pages beside.</summary>
public sealed record PagerModel
{
    /// <summary>第 2 页，共 17 页.</summary>
    public string Text { get; init; } = "";

    /// <summary>上一页; empty on the first.</summary>
    public string PreviousUrl { get; init; } = "";

    /// <summary>下一页; empty on the last.</summary>
    public string NextUrl { get; init; } = "";

    /// <summary>There is more than one page.</summary>
    public bool Shown { get; init; }
}
