namespace CreditKit.Review.Approvals;

/// <summary>One approval, or a return, of one revision.</summary>
/// <param name="Revision">The revision it is about; a newer one starts again.</param>
/// <param name="Step">Which.</param>
/// <param name="Approved">Approved; false: sent back.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who.</param>
/// <param name="Reason">Why it was sent back, or the reviewer's remark; kept encrypted.</param>
internal sealed record Approval(int Revision, ApprovalStep Step, bool Approved, DateTimeOffset At, string Actor, string Reason);
