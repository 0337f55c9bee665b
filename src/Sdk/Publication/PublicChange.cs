using CreditKit.Desensitization;

namespace CreditKit.Publication;

/// <summary>What the projection wants public.db to hold about one record.</summary>
internal sealed record PublicChange
{
    /// <summary>Public id.</summary>
    public required string Id { get; init; }

    /// <summary>Order of arrival; the second half of the key.</summary>
    public required long Arrival { get; init; }

    /// <summary>The ledger's revision.</summary>
    public required int Revision { get; init; }

    /// <summary>The state is at least as new as this place in the change feed; an older one never replaces it.</summary>
    public required long Sequence { get; init; }

    /// <summary>The record as anyone may see it; null when it may not be shown.</summary>
    public PublicRecord? Record { get; init; }

    /// <summary>Last working day on which publication was in time.</summary>
    public DateOnly? PublishBy { get; init; }

    /// <summary>The notice that stays after a withdrawal.</summary>
    public WithdrawalNotice? Notice { get; init; }

    /// <summary>First day on which the notice is no longer shown.</summary>
    public DateOnly? NoticeUntil { get; init; }
}
