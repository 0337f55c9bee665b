namespace CreditKit.Policy;

/// <summary>Time limits and rules of one objection by the edition in force on the day it was received.</summary>
public sealed record ObjectionTerms
{
    /// <summary>Grounds the edition names.</summary>
    public required IReadOnlyList<string> Grounds { get; init; }

    /// <summary>Anyone may object or enquire, not the counterpart alone (厦门 五(六)).</summary>
    public bool AnyoneMayObject { get; init; }

    /// <summary>The result is published, masked.</summary>
    public bool PublishResult { get; init; }

    /// <summary>By when the record is marked as disputed; null: the edition asks for no mark.</summary>
    public LegalTerm? MarkBy { get; init; }

    /// <summary>By when it is accepted, refused or passed on.</summary>
    public LegalTerm? AcceptBy { get; init; }

    /// <summary>By when it is decided where the own records suffice.</summary>
    public LegalTerm? OwnBy { get; init; }

    /// <summary>By when it is decided where the source has to help.</summary>
    public LegalTerm? SourceBy { get; init; }

    /// <summary>The limit for everything together.</summary>
    public LegalTerm? TotalBy { get; init; }

    /// <summary>Working days an extension may add; null: none fixed.</summary>
    public int? ExtendDays { get; init; }
}
