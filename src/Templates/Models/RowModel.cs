namespace CreditKit.Templates.Models;

/// <summary>A record in a list. Names and texts carry the hits of a search in <c>mark</c> elements.</summary>
public sealed record RowModel
{
    /// <summary>The record's page.</summary>
    public string Url { get; init; } = "";

    /// <summary>行政许可 or 行政处罚.</summary>
    public string KindText { get; init; } = "";

    /// <summary>行政相对人.</summary>
    public TrustedMarkup Name { get; init; }

    /// <summary>决定文书号, or 无文号.</summary>
    public TrustedMarkup Number { get; init; }

    /// <summary>内容 or 事由.</summary>
    public TrustedMarkup Summary { get; init; }

    /// <summary>类别.</summary>
    public string Category { get; init; } = "";

    /// <summary>Deciding agency.</summary>
    public string Authority { get; init; } = "";

    /// <summary>yyyy-MM-dd, or 未提供.</summary>
    public string DecisionDate { get; init; } = "";

    /// <summary>公示至: yyyy-MM-dd, or 长期.</summary>
    public string LastDay { get; init; } = "";

    /// <summary>Severity or status.</summary>
    public IReadOnlyList<BadgeModel> Badges { get; init; } = [];
}
