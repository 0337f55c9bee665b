namespace CreditKit.Records;

/// <summary>A disclosure period prescribed by other law for this record alone (424号 (十四): 从其规定; requirement 000-26).</summary>
/// <param name="LastDay">The last day on which the record is shown; null: no end.</param>
/// <param name="LegalBasis">Text and article that prescribe it; without one the override is void.</param>
public sealed record DisclosureOverride(DateOnly? LastDay, string LegalBasis);
