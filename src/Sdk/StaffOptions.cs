using CreditKit.Review.Approvals;

namespace CreditKit;

/// <summary>Settings of the staff side. Identity is the host's: these say how its claims are read.</summary>
public sealed class StaffOptions
{
    /// <summary>Where the staff side stands under the site.</summary>
    /// <value>Default <c>/shuanggongshi-admin</c>: a path of its own, so that a proxy can close it with one line.</value>
    public string RoutePrefix { get; set; } = "/shuanggongshi-admin";

    /// <summary>Claim with the person's stable account, which stands in the audit chain. Null: name identifier, else name.</summary>
    public string? NameClaim { get; set; }

    /// <summary>Claim whose values are roles. Null: the role claim of the host's identity.</summary>
    public string? RoleClaim { get; set; }

    /// <summary>Claim with the credit code (or name) of the person's unit; <c>*</c> sees all units. Without it a person sees the agency's own records.</summary>
    /// <value>Default <c>unit</c>.</value>
    public string UnitClaim { get; set; } = "unit";

    /// <summary>
    /// Values of the role claim and what they allow, e.g. <c>"ck-entry": "Entry"</c>, <c>"ck-head": "Reviewer, Publisher"</c>. None
    /// given: <c>creditkit-entry</c>, <c>creditkit-reviewer</c>, … after the names of <see cref="StaffRole"/>.
    /// </summary>
    public Dictionary<string, StaffRole> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a record needs the content review.</summary>
    /// <value>Default true.</value>
    public bool ContentReview { get; set; } = true;

    /// <summary>Whether the confidentiality review is a step of its own; false: whoever reviews the content reviews both.</summary>
    /// <value>Default true.</value>
    public bool ConfidentialityReview { get; set; } = true;

    /// <summary>Units and their persons in charge.</summary>
    public IList<StaffUnit> Units { get; } = [];

    /// <summary>Rows of a list, 10 to 200.</summary>
    /// <value>Default 50.</value>
    public int PageSize { get; set; } = 50;

    /// <summary>Largest file that may be imported through the pages, in bytes.</summary>
    /// <value>Default 50 MB.</value>
    public long MaxImportBytes { get; set; } = 50_000_000;

    /// <summary>Where the host signs people out; null: no link.</summary>
    public string? SignOutPath { get; set; }

    /// <summary>The approvals in their order; the last one publishes.</summary>
    internal IReadOnlyList<ApprovalStep> ReviewSteps =>
        [.. new[] { (ContentReview, ApprovalStep.Content), (ConfidentialityReview, ApprovalStep.Confidentiality), (true, ApprovalStep.Publication) }.Where(s => s.Item1).Select(s => s.Item2)];
}
