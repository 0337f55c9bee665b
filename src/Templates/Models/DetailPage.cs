namespace CreditKit.Templates.Models;

/// <summary>One record.</summary>
public sealed record DetailPage : PageModel
{
    /// <summary>行政许可 or 行政处罚.</summary>
    public string KindText { get; init; } = "";

    /// <summary>Severity or status, 已更正, 异议处理中.</summary>
    public IReadOnlyList<BadgeModel> Badges { get; init; } = [];

    /// <summary>行政相对人.</summary>
    public string Name { get; init; } = "";

    /// <summary>A word on the name, e.g. 已脱敏; may be empty.</summary>
    public string NameNote { get; init; } = "";

    /// <summary>Everything public on this organisation; may be empty.</summary>
    public string SubjectUrl { get; init; } = "";

    /// <summary>What the decision is about.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Who, what, when, result.</summary>
    public IReadOnlyList<ItemModel> Facts { get; init; } = [];

    /// <summary>已更正, 异议处理中 in a sentence; may be empty.</summary>
    public string Notice { get; init; } = "";

    /// <summary>The values in groups.</summary>
    public IReadOnlyList<GroupModel> Groups { get; init; } = [];

    /// <summary>Public copies of papers, as pictures.</summary>
    public IReadOnlyList<AttachmentModel> Attachments { get; init; } = [];

    /// <summary>There are such.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>What is public of objections and repairs of this record.</summary>
    public IReadOnlyList<CaseNoticeModel> CaseNotices { get; init; } = [];

    /// <summary>There is such.</summary>
    public bool HasCaseNotices { get; init; }

    /// <summary>公示信息: first publication, period and clause, and what else is public about it.</summary>
    public IReadOnlyList<ItemModel> Disclosure { get; init; } = [];

    /// <summary>The period.</summary>
    public required PeriodModel Period { get; init; }

    /// <summary>yyyy-MM-dd HH:mm, set once by the server.</summary>
    public string PublishedAt { get; init; } = "";

    /// <summary>Deciding agency.</summary>
    public string Source { get; init; } = "";

    /// <summary>When repair may be applied for; may be empty.</summary>
    public string RepairText { get; init; } = "";

    /// <summary>Repair may be applied for today.</summary>
    public bool Repairable { get; init; }

    /// <summary>Where repair is applied for.</summary>
    public string RepairUrl { get; init; } = "";

    /// <summary>Where an objection is made.</summary>
    public string ObjectionUrl { get; init; } = "";

    /// <summary>The list it came from.</summary>
    public string ListUrl { get; init; } = "";

    /// <summary>Address of this page, to copy.</summary>
    public string PageUrl { get; init; } = "";
}
