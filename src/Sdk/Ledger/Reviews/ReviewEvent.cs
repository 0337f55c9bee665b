namespace CreditKit.Ledger.Reviews;

/// <summary>A review that was recorded: codes and counts, no personal data.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who reviewed.</param>
/// <param name="Revision">The revision that was reviewed.</param>
/// <param name="Scope">For publication or for sharing.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Confirmed">Values confirmed.</param>
/// <param name="Added">Values added.</param>
/// <param name="Lifted">Values lifted.</param>
public sealed record ReviewEvent(DateTimeOffset At, string Actor, int Revision, ReviewScope Scope, ReviewVerdict Verdict, int Confirmed, int Added, int Lifted);
