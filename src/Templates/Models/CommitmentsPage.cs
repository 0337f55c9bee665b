namespace CreditKit.Templates.Models;

/// <summary>Commitments: those of credit repair, and those given of one's own will.</summary>
public sealed record CommitmentsPage : PageModel
{
    /// <summary>信用修复承诺, newest first.</summary>
    public IReadOnlyList<CaseNoticeModel> Repairs { get; init; } = [];

    /// <summary>There are such.</summary>
    public bool HasRepairs { get; init; }

    /// <summary>自我承诺, newest first.</summary>
    public IReadOnlyList<CommitmentModel> Own { get; init; } = [];

    /// <summary>There are such.</summary>
    public bool HasOwn { get; init; }

    /// <summary>There is none of either.</summary>
    public bool IsEmpty { get; init; }
}
