namespace CreditKit.Publication;

/// <summary>How many visible records a filter value would give.</summary>
/// <param name="Value">The value to filter by.</param>
/// <param name="Count">Visible records.</param>
public sealed record FacetCount(string Value, long Count);
