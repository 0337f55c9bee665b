using CreditKit.Records;

namespace CreditKit.Ledger.CaseFiles;

/// <summary>The proof that a record came down in time: the day of the notice, both limits, the moment it was gone (424号 (十五); 行政处罚法 48).</summary>
internal sealed record WithdrawalClock
{
    public long Id { get; init; }

    public required long RecordId { get; init; }

    public required WithdrawalGround Ground { get; init; }

    /// <summary>Reason as written; encrypted at rest.</summary>
    public required string Reason { get; init; }

    public required string Actor { get; init; }

    /// <summary>The day on which the notice was received.</summary>
    public required DateOnly NoticedOn { get; init; }

    /// <summary>自收到该告知之日撤下; null when the edition asks for no such thing.</summary>
    public DateOnly? SameDay { get; init; }

    /// <summary>Last working day by statute.</summary>
    public DateOnly? LimitOn { get; init; }

    /// <summary>Last working day for telling the channels.</summary>
    public DateOnly? SyncBy { get; init; }

    /// <summary>When it was gone from the column, UTC; null while it is not known to be.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}
