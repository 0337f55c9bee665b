namespace CreditKit.Review.Approvals;

/// <summary>One approval, or a return, of one revision.</summary>
/// <param name="Revision">The revision it is about; a newer one starts again.</param>
/// <param name="Step">Which.</param>
/// <param name="Approved">Approved; false: sent back.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who.</param>
/// <param name="Note">What the reviewer wrote and marked; kept encrypted.</param>
internal sealed record Approval(int Revision, ApprovalStep Step, bool Approved, DateTimeOffset At, string Actor, ApprovalNote Note);
