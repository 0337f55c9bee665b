namespace CreditKit.Review.Approvals;

/// <summary>Where a revision stands between entry and publication.</summary>
/// <param name="Next">The approval it waits for; null when none is missing.</param>
/// <param name="Returned">It was sent back and waits for a new revision.</param>
internal readonly record struct ApprovalState(ApprovalStep? Next, bool Returned);
