namespace CreditKit.Records;

/// <summary>What the ledger knows about a record beside its content: release, publication, withdrawal. All instants are UTC.</summary>
public sealed record RecordStanding
{
    /// <summary>Content and confidentiality review passed: may be published.</summary>
    public bool Released { get; init; }

    /// <summary>Reviewed for sharing (厦门 五(二)): may be reported.</summary>
    public bool ReleasedForSharing { get; init; }

    /// <summary>When the record was first published; set once by the server and never changed.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public WithdrawalGround? WithdrawalGround { get; init; }

    /// <summary>Enforcement is suspended by reconsideration or court: hidden meanwhile.</summary>
    public bool EnforcementSuspended { get; init; }

    /// <summary>An objection is being handled: the record is marked 异议处理中.</summary>
    public bool UnderObjection { get; init; }

    /// <summary>The deciding agency is one whose records this column accepts.</summary>
    public bool AuthorityAccepted { get; init; } = true;

    /// <summary>Grounds recorded by a reviewer that keep the record from publication.</summary>
    public EquatableList<RecordedExclusion> Exclusions { get; init; } = [];

    /// <summary>The list entry that governs end and repair; null when there is none.</summary>
    public ListEntry? ListEntry { get; init; }

    /// <summary>Reconsideration or a lawsuit is pending: the record is marked, and hidden only while enforcement is suspended.</summary>
    public bool ReviewPending { get; init; }

    /// <summary>The person's consent; null when none is recorded.</summary>
    public PersonalConsent? Consent { get; init; }
}
