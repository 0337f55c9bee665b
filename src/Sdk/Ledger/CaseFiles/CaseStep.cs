namespace CreditKit.Ledger.CaseFiles;

/// <summary>What one transaction does to a case: its new state, the event, and what follows from it. All or nothing.</summary>
/// <param name="Row">The case as it is to be; its version is the one that was read.</param>
/// <param name="Act">What is done, as a code; also the act of the audit entry.</param>
/// <param name="Actor">Who does it.</param>
/// <param name="From">State before.</param>
/// <param name="Note">Why.</param>
internal sealed record CaseStep(CaseRow Row, string Act, string Actor, int From, string Note)
{
    /// <summary>Papers that come with it.</summary>
    public IReadOnlyList<CasePaper> Papers { get; init; } = [];

    /// <summary>What becomes public.</summary>
    public IReadOnlyList<PublicNotice> Notices { get; init; } = [];

    /// <summary>Outcome and text for the channel that forwarded the case; null: nothing to tell yet.</summary>
    public (string Outcome, string Text)? Answer { get; init; }

    /// <summary>Withdraws earlier notices of the case of this kind.</summary>
    public PublicNoticeKind? EndNotices { get; init; }
}
