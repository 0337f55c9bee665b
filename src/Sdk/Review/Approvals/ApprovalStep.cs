namespace CreditKit.Review.Approvals;

/// <summary>The approvals that a record passes before it is public; each by a role of its own (先审查、后公开).</summary>
internal enum ApprovalStep
{
    /// <summary>内容审核.</summary>
    Content = 1,

    /// <summary>保密审查: for publication and, recorded apart, for sharing.</summary>
    Confidentiality = 2,

    /// <summary>公示签发.</summary>
    Publication = 3,
}
