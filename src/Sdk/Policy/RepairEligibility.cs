namespace CreditKit.Policy;

/// <summary>Whether a record may be repaired on a day, since when, and why not.</summary>
/// <param name="Eligible">May be applied for on that day.</param>
/// <param name="From">First day on which the period allows it; null: none.</param>
/// <param name="Reasons">What stands against it, and what has to be shown first.</param>
/// <param name="Terms">How the application is handled.</param>
public sealed record RepairEligibility(bool Eligible, DateOnly? From, IReadOnlyList<DecisionReason> Reasons, RepairTerms Terms);
