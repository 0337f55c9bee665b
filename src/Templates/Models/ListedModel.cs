namespace CreditKit.Templates.Models;

/// <summary>A subject on a list.</summary>
public sealed record ListedModel
{
    /// <summary>Name of the list; set on the page of a subject.</summary>
    public string ListName { get; init; } = "";

    /// <summary>The list; set on the page of a subject.</summary>
    public string ListUrl { get; init; } = "";

    /// <summary>Name as shown.</summary>
    public string Name { get; init; } = "";

    /// <summary>统一社会信用代码; may be empty.</summary>
    public string Code { get; init; } = "";

    /// <summary>Everything public on it; may be empty.</summary>
    public string SubjectUrl { get; init; } = "";

    /// <summary>列入事由.</summary>
    public string Grounds { get; init; } = "";

    /// <summary>Number of the decision; may be empty.</summary>
    public string Number { get; init; } = "";

    /// <summary>yyyy-MM-dd.</summary>
    public string ListedOn { get; init; } = "";

    /// <summary>Last shown day, yyyy-MM-dd.</summary>
    public string LastDay { get; init; } = "";
}
