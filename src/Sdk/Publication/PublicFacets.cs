namespace CreditKit.Publication;

/// <summary>Counts beside the filters of a list, from kept counts, never from a scan.</summary>
/// <param name="Authorities">Deciding agencies.</param>
/// <param name="Categories">Categories.</param>
/// <param name="Severities">Classes (enum names).</param>
public sealed record PublicFacets(IReadOnlyList<FacetCount> Authorities, IReadOnlyList<FacetCount> Categories, IReadOnlyList<FacetCount> Severities);
