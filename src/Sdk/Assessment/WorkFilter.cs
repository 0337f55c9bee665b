using CreditKit.Records;
using CreditKit.Review.Approvals;

namespace CreditKit.Assessment;

/// <summary>Which records a list shows.</summary>
internal sealed record WorkFilter
{
    /// <summary>The unit whose records a person sees; null: all.</summary>
    public string? Unit { get; init; }

    public RecordKind? Kind { get; init; }

    public WorkState? State { get; init; }

    public ApprovalStep? Step { get; init; }

    /// <summary>Deadline on or before this day, and not published.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>Deadline on or after this day.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Decided on or after this day.</summary>
    public DateOnly? DecidedFrom { get; init; }

    /// <summary>Decided on or before this day.</summary>
    public DateOnly? DecidedTo { get; init; }

    /// <summary>Only records whose severity was assumed.</summary>
    public bool SeverityAssumed { get; init; }
}
