namespace CreditKit.Templates.Models;

/// <summary>The period of a record, in words and as a bar of 1,000 units.</summary>
public sealed record PeriodModel
{
    /// <summary>公示期至 …，依据 …</summary>
    public string Line { get; init; } = "";

    /// <summary>The period has an end.</summary>
    public bool HasBar { get; init; }

    /// <summary>First day.</summary>
    public string From { get; init; } = "";

    /// <summary>Last day.</summary>
    public string LastDay { get; init; } = "";

    /// <summary>还有 212 天.</summary>
    public string LeftText { get; init; } = "";

    /// <summary>今天是第 30 天，共 365 天.</summary>
    public string TodayText { get; init; } = "";

    /// <summary>Width of what is past, 0 to 1000.</summary>
    public string ElapsedWidth { get; init; } = "";

    /// <summary>Where today is, 0 to 1000.</summary>
    public string TodayX { get; init; } = "";

    /// <summary>The bar in words, for those who do not see it.</summary>
    public string Alternative { get; init; } = "";
}
