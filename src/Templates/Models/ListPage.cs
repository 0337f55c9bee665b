namespace CreditKit.Templates.Models;

/// <summary>A list of licences, of penalties, or what a search found.</summary>
public sealed record ListPage : PageModel
{
    /// <summary>Heading.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What is published here and when.</summary>
    public string Description { get; init; } = "";

    /// <summary>The question has mistakes; then there is no list.</summary>
    public bool HasErrors { get; init; }

    /// <summary>The mistakes, each with a link to its field.</summary>
    public IReadOnlyList<LinkModel> Errors { get; init; } = [];

    /// <summary>How many, in what order.</summary>
    public string ResultText { get; init; } = "";

    /// <summary>Filters that stand; each link lifts one.</summary>
    public IReadOnlyList<LinkModel> Chips { get; init; } = [];

    /// <summary>A filter stands.</summary>
    public bool HasChips { get; init; }

    /// <summary>The filters.</summary>
    public required FilterModel Filter { get; init; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<RowModel> Rows { get; init; } = [];

    /// <summary>There is none.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Why, and what now.</summary>
    public string EmptyText { get; init; } = "";

    /// <summary>内容, 事由, or both.</summary>
    public string SummaryLabel { get; init; } = "";

    /// <summary>Both kinds may stand in this list.</summary>
    public bool ShowKind { get; init; }

    /// <summary>Paging.</summary>
    public required PagerModel Pager { get; init; }

    /// <summary>These rows as CSV.</summary>
    public string CsvUrl { get; init; } = "";

    /// <summary>These rows as JSON Lines.</summary>
    public string JsonLinesUrl { get; init; } = "";

    /// <summary>These rows as a workbook.</summary>
    public string XlsxUrl { get; init; } = "";

    /// <summary>Every public value of these rows as a workbook.</summary>
    public string FullUrl { get; init; } = "";

    /// <summary>What of these rows the files leave out, or why there are none; empty: nothing.</summary>
    public string DownloadNote { get; init; } = "";

    /// <summary>There is something to download.</summary>
    public bool HasDownloads { get; init; }
}
