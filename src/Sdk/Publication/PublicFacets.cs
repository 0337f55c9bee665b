namespace CreditKit.Publication;

/// <summary>Counts beside the filters of a list, from kept counts, never from a scan.</summary>
/// <param name="Authorities">Deciding agencies.</param>
/// <param name="Categories">Categories.</param>
/// <param name="Severities">Classes (enum names).</param>
public sealed record PublicFacets(IReadOnlyList<FacetCount> Authorities, IReadOnlyList<FacetCount> Categories, IReadOnlyList<FacetCount> Severities)
{
    /// <summary>Categories of the counterpart (enum names).</summary>
    public IReadOnlyList<FacetCount> CounterpartKinds { get; init; } = [];

    /// <summary>Statuses of licences (enum names).</summary>
    public IReadOnlyList<FacetCount> LicenseStatuses { get; init; } = [];

    /// <summary>False: words, dates or a subject have more than 1,000 hits; the counts leave them out of account, so show the values without numbers.</summary>
    public bool Exact { get; init; } = true;

    /// <summary>What pages made of these counts; null for counts of one answer.</summary>
    internal System.Collections.Concurrent.ConcurrentDictionary<object, object>? Derived { get; init; }
}
