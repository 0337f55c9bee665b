using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>A record made from a row, and what was noticed on the way.</summary>
/// <param name="Record">The record; values that could not be read are missing in it.</param>
/// <param name="Findings">Empty for a row in the standard's own form.</param>
/// <param name="Plan">The plan it was bound by; null when it did not come from a file.</param>
public sealed record BoundRecord(CreditRecord Record, IReadOnlyList<BindingFinding> Findings, BindingPlan? Plan);
