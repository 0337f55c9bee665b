using CreditKit.Ledger.Reviews;
using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.Ledger;

/// <summary>A record as the ledger holds it now: content of the newest revision and its standing.</summary>
internal sealed record LedgerRecord
{
    /// <summary>Internal key; never leaves the machine.</summary>
    public required long Id { get; init; }

    /// <summary>Random public id: 22 characters, URL-safe.</summary>
    public required string PublicId { get; init; }

    /// <summary>Newest revision, 1 upward.</summary>
    public required int Revision { get; init; }

    /// <summary>The unmasked content.</summary>
    public required Validated<CreditRecord> Record { get; init; }

    /// <summary>Release, publication, withdrawal.</summary>
    public required RecordStanding Standing { get; init; }

    /// <summary>Content changed after the first publication.</summary>
    public required bool Corrected { get; init; }

    /// <summary>Why it was withdrawn, as staff wrote it; unmasked.</summary>
    public string? WithdrawalReason { get; init; }

    /// <summary>Where the newest revision came from.</summary>
    public required SourceReference Source { get; init; }

    /// <summary>How its reviewers want it shown.</summary>
    public RecordHandling Handling { get; init; } = RecordHandling.None;

    /// <summary>A reviewer keeps it back from publication or sharing.</summary>
    public bool Held { get; init; }

    /// <summary>The content that a channel was last told, where that was another revision and it was asked for.</summary>
    public CreditRecord? Told { get; init; }

    /// <summary>The record's key, where it was asked for too.</summary>
    public DataKey? Key { get; init; }

    /// <summary>When the record first came in, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
