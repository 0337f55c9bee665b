namespace CreditKit.Templates.Models;

/// <summary>What is public of cases: results, answers, commitments.</summary>
public sealed record CasesPage : PageModel
{
    /// <summary>The notices, newest first.</summary>
    public IReadOnlyList<CaseNoticeModel> Notices { get; init; } = [];

    /// <summary>There is none.</summary>
    public bool IsEmpty { get; init; }
}
