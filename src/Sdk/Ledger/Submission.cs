using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.Ledger;

/// <summary>A validated record on its way into the ledger.</summary>
internal sealed record Submission
{
    /// <summary>The content.</summary>
    public required Validated<CreditRecord> Record { get; init; }

    /// <summary>Where it came from.</summary>
    public required SourceReference Source { get; init; }

    /// <summary>Reviewed for publication (content and confidentiality).</summary>
    public bool Released { get; init; }

    /// <summary>Reviewed for sharing; nothing is queued without it.</summary>
    public bool ReleasedForSharing { get; init; }

    /// <summary>Channels that may carry it by today's law; each gets an outbox entry in the same transaction.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>The record to revise, where a person names it; null: the record with the same key, or a new one.</summary>
    public long? Target { get; init; }

    /// <summary>Grounds and list entry from this revision on; null: as they stood.</summary>
    public RecordGrounds? Grounds { get; init; }

    /// <summary>A record that is released already is left as it is: whoever enters does not change what others have reviewed. Not for a named <see cref="Target"/>.</summary>
    public bool LeavesReleased { get; init; }

    /// <summary>Why an existing record changes; kept with the revision.</summary>
    public string? Reason { get; init; }

    /// <summary>Takes content that is older than what the ledger has (by the source's own time, or because a later revision replaced it). Default true; files ask for it.</summary>
    public bool AllowOlder { get; init; } = true;
}
