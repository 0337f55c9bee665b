namespace CreditKit.Publication;

/// <summary>One page of a list, newest decision first.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Total">Exact number of hits, or the bound of 1,000 when <paramref name="TotalIsBound"/>.</param>
/// <param name="TotalIsBound">There are more than <paramref name="Total"/> hits (searches only).</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="Previous">Cursor of the page before; null on the first.</param>
public sealed record PublicPage(IReadOnlyList<PublicRow> Rows, long Total, bool TotalIsBound, string? Next, string? Previous)
{
    /// <summary>How many of all hits are natural persons' records, which no file holds; null where there are more than the bound, or the store does not count them.</summary>
    public long? NaturalPersons { get; init; }
}
