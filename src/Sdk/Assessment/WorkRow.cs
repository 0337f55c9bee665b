using CreditKit.Records;
using CreditKit.Review.Approvals;

namespace CreditKit.Assessment;

/// <summary>A record as lists and figures need it: codes, dates and states, nothing that a person wrote.</summary>
internal sealed record WorkRow
{
    public required long RecordId { get; init; }

    public required string PublicId { get; init; }

    public required int Revision { get; init; }

    /// <summary>The deciding unit: its credit code, else its name.</summary>
    public required string Unit { get; init; }

    public required string UnitName { get; init; }

    public required RecordKind Kind { get; init; }

    /// <summary>事项编码; empty when the record has none.</summary>
    public string Item { get; init; } = "";

    public DateOnly? Decided { get; init; }

    public required DateOnly Received { get; init; }

    public required WorkState State { get; init; }

    /// <summary>The approval it waits for; null when it waits for none.</summary>
    public ApprovalStep? Step { get; init; }

    /// <summary>Last working day for publishing; null when no deadline is measured.</summary>
    public DateOnly? PublishBy { get; init; }

    /// <summary>Last working day for reporting.</summary>
    public DateOnly? ReportBy { get; init; }

    /// <summary>Day of the first publication.</summary>
    public DateOnly? Published { get; init; }

    public DateOnly? ShownFrom { get; init; }

    /// <summary>End of the period, exclusive.</summary>
    public DateOnly? ShownUntil { get; init; }

    public DateOnly? Withdrawn { get; init; }

    /// <summary>The law keeps it from publication.</summary>
    public bool Excluded { get; init; }

    /// <summary>Code of the first reason that keeps it from publication.</summary>
    public string Why { get; init; } = "";

    public bool Historic { get; init; }

    public bool Corrected { get; init; }

    /// <summary>Issues that block publishing or reporting.</summary>
    public int Errors { get; init; }

    public int Warnings { get; init; }

    /// <summary>Mandatory columns of the edition for this record, and how many of them are filled.</summary>
    public int Needed { get; init; }

    public int Filled { get; init; }

    /// <summary>At least one channel is to have it.</summary>
    public bool Reports { get; init; }

    /// <summary>No severity was stated; 一般 was assumed.</summary>
    public bool SeverityAssumed { get; init; }
}
