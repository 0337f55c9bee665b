using CreditKit.Ledger;
using CreditKit.Ledger.CaseFiles;

namespace CreditKit.Cases;

/// <summary>What a step changes beside the state.</summary>
internal sealed record CaseChange(CaseContent Content)
{
    /// <summary>New limits; null keeps those that run.</summary>
    public CaseLimits? Limits { get; init; }

    /// <summary>No limit runs: the applicant is to act.</summary>
    public bool StopsClock { get; init; }

    public bool Extended { get; init; }

    /// <summary>An act on the record follows; the case stays open until it has happened.</summary>
    public bool ActPending { get; init; }

    /// <summary>Nobody here waits for an answer of the unit it was sent to.</summary>
    public bool Closes { get; init; }

    public bool Marks { get; init; }

    public LedgerRecord? Record { get; init; }

    public byte[]? SubjectHash { get; init; }

    public IReadOnlyList<CasePaper> Papers { get; init; } = [];

    public IReadOnlyList<PublicNotice> Notices { get; init; } = [];

    public PublicNoticeKind? EndNotices { get; init; }
}
