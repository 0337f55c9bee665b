namespace CreditKit.Review.Approvals;

/// <summary>What the approvals of a revision lead to.</summary>
/// <param name="Actor">Who gave the last approval.</param>
/// <param name="Marks">The marks of all approvals; of two on one place the later counts.</param>
/// <param name="Shares">May be shared with platforms.</param>
internal sealed record ApprovalRelease(string Actor, IReadOnlyList<ReviewMark> Marks, bool Shares);
