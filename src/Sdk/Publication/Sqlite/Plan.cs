using CreditKit.Publication.Search;

namespace CreditKit.Publication.Sqlite;

/// <summary>A filter, read once: its words as a query of the index, and whether kept counts know its total.</summary>
internal sealed record Plan(PublicFilter Filter, byte[]? Match, string? TotalKey)
{
    /// <summary>Whether combinations have to be compared.</summary>
    public bool HasFacets => Filter is not { Kind: null, Authority: null, Category: null, Severity: null, CounterpartKind: null, LicenseStatus: null };

    public static Plan Of(PublicFilter filter)
    {
        var query = SearchQuery.Parse(filter.Text);
        if (query is null && filter is { SubjectCode: null, DecidedFrom: null, DecidedTo: null }) return new Plan(filter, null, null);
        var key = string.Join('\u001F', query?.Key, filter.Kind, filter.Authority, filter.Category, filter.Severity, filter.CounterpartKind, filter.LicenseStatus,
            filter.SubjectCode, filter.DecidedFrom?.DayNumber, filter.DecidedTo?.DayNumber);
        return new Plan(filter, query is null ? null : SearchTokens.Match(query, FacetTokens.Of(filter)), key);
    }
}
