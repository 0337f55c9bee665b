namespace CreditKit.Ledger.CaseFiles;

/// <summary>One step of a case.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who; <c>visitor</c> for the public forms.</param>
/// <param name="Act">What was done, as a code.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Note">Why, as written; encrypted at rest.</param>
internal sealed record CaseEvent(DateTimeOffset At, string Actor, string Act, int From, int To, string Note);
