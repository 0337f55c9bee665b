namespace CreditKit.Templates.Models;

/// <summary>A commitment given of one's own will.</summary>
public sealed record CommitmentModel
{
    /// <summary>Who gave it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Everything public on it; may be empty.</summary>
    public string SubjectUrl { get; init; } = "";

    /// <summary>主动型, 审批替代型, …</summary>
    public string Kind { get; init; } = "";

    /// <summary>What was promised; may have several lines.</summary>
    public string Text { get; init; } = "";

    /// <summary>yyyy-MM-dd.</summary>
    public string MadeOn { get; init; } = "";

    /// <summary>Last shown day, or 长期.</summary>
    public string LastDay { get; init; } = "";
}
