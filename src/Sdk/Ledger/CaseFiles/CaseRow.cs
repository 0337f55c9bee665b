namespace CreditKit.Ledger.CaseFiles;

/// <summary>A case as ledger.db keeps it: codes and dates in the clear, everything a person wrote in <see cref="Content"/>, encrypted at rest.</summary>
internal sealed record CaseRow
{
    public long Id { get; init; }

    /// <summary>Receipt number.</summary>
    public required string Number { get; init; }

    public required int Kind { get; init; }

    public required int State { get; init; }

    /// <summary>The record it is about; null when it is about none.</summary>
    public long? RecordId { get; init; }

    /// <summary>Keyed hash of the subject, for rules that look at a subject's history.</summary>
    public byte[]? SubjectHash { get; init; }

    /// <summary>The channel that forwarded it; null when it was filed here.</summary>
    public string? Channel { get; init; }

    /// <summary>Its number on that channel.</summary>
    public string? ChannelNumber { get; init; }

    /// <summary>While it is open the record is marked 异议处理中.</summary>
    public bool Marks { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Legal date of receipt.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Last working day for admitting it; null when no limit applies.</summary>
    public DateOnly? AcceptBy { get; init; }

    /// <summary>Last working day for deciding it; null when no limit applies.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>A limit rests on a year whose holidays are not announced yet.</summary>
    public bool DueUncertain { get; init; }

    public bool Extended { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Decided, but the act on the record is not known to have happened; done again until it has.</summary>
    public bool ActPending { get; init; }

    /// <summary>Counts the steps; a step on an older version is refused.</summary>
    public int Version { get; init; }

    /// <summary>JSON; null once the file was erased.</summary>
    public byte[]? Content { get; init; }
}
