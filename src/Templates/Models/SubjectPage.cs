namespace CreditKit.Templates.Models;

/// <summary>Everything public on one organisation, in time order.</summary>
public sealed record SubjectPage : PageModel
{
    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>统一社会信用代码.</summary>
    public string Code { get; init; } = "";

    /// <summary>How many of which kind.</summary>
    public string ResultText { get; init; } = "";

    /// <summary>Lists that it is on.</summary>
    public IReadOnlyList<ListedModel> Listed { get; init; } = [];

    /// <summary>It is on one.</summary>
    public bool HasListed { get; init; }

    /// <summary>There are records.</summary>
    public bool HasRows { get; init; }

    /// <summary>Both kinds together.</summary>
    public IReadOnlyList<RowModel> Rows { get; init; } = [];

    /// <summary>Paging.</summary>
    public required PagerModel Pager { get; init; }
}
