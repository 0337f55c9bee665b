using CreditKit.Publication.Search;

namespace CreditKit.Publication.Sqlite;

/// <summary>A filter, read once.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Words">Its words as a query of the index.</param>
/// <param name="HitsKey">One text that equal words, dates and subjects share; null where kept counts know the total.</param>
internal sealed record Plan(PublicFilter Filter, SearchQuery? Words, string? HitsKey)
{
    /// <summary>Whether combinations have to be compared.</summary>
    public bool HasFacets => Filter is not { Kind: null, Authority: null, Category: null, Severity: null, CounterpartKind: null, LicenseStatus: null };

    /// <summary>The query of the index, facets included.</summary>
    public byte[]? Match { get; } = Words is null ? null : SearchMatch.Of(Words, FacetTokens.Of(Filter));

    /// <summary>The same without the facets.</summary>
    public Plan Bare => HasFacets ? new(new PublicFilter { Text = Filter.Text, DecidedFrom = Filter.DecidedFrom, DecidedTo = Filter.DecidedTo, SubjectCode = Filter.SubjectCode }, Words, HitsKey) : this;

    /// <summary>The key of the facets too.</summary>
    public string WholeKey => string.Join('\u001F', HitsKey, Filter.Kind, Filter.Authority, Filter.Category, Filter.Severity, Filter.CounterpartKind, Filter.LicenseStatus);

    public static Plan Of(PublicFilter filter)
    {
        var query = SearchQuery.Parse(filter.Text);
        if (query is null && filter is { SubjectCode: null, DecidedFrom: null, DecidedTo: null }) return new Plan(filter, null, null);
        return new Plan(filter, query, string.Join('\u001F', query?.Key, filter.SubjectCode, filter.DecidedFrom?.DayNumber, filter.DecidedTo?.DayNumber));
    }
}
