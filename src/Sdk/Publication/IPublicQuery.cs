using CreditKit.Desensitization;

namespace CreditKit.Publication;

/// <summary>
/// The one way out: questions to public.db about what is visible now. Synchronous, because the store is a local file;
/// safe for concurrent callers. Every answer is filtered by period at read time.
/// </summary>
public interface IPublicQuery
{
    /// <summary>Whether there is a public.db to ask; when false the column answers 503.</summary>
    bool IsReady { get; }

    /// <summary>
    /// Changes whenever anything public changed, in this process or another; the key of every cache. Odd while a commit is
    /// under way: answer, but cache nothing. Read it before the answer is made: a cached answer is keyed by that value, and
    /// kept only if the value is the same afterwards. An import moves it at most once a second, a withdrawal at once.
    /// </summary>
    long Version { get; }

    /// <summary>The next moment at which a period starts or ends (UTC); no cached answer may outlive it. Null: none known.</summary>
    DateTimeOffset? NextBoundary { get; }

    /// <summary>The front page's figures.</summary>
    PublicOverview Overview();

    /// <summary>A list or, with <see cref="PublicFilter.Text"/>, a search; newest decision first.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="cursor">A cursor of an earlier answer; null for the first page; one that cannot be read counts as null.</param>
    /// <param name="size">1 to 100 rows.</param>
    PublicPage List(PublicFilter filter, string? cursor, int size);

    /// <summary>Counts beside the filters.</summary>
    PublicFacets Facets(PublicFilter filter);

    /// <summary>What stands at a public id.</summary>
    PublicLookup Find(string publicId);

    /// <summary>
    /// A piece of a page of an attachment, as long as its record is visible; null when there is none now. Which pages there
    /// are says <see cref="PublicRecord.Attachments"/>.
    /// </summary>
    /// <param name="publicId">Public id of the record.</param>
    /// <param name="attachment">Id of the attachment.</param>
    /// <param name="page">1 and up.</param>
    /// <param name="part">0 to the number of <see cref="Records.AttachmentPage.Pieces"/>, exclusive.</param>
    byte[]? AttachmentPiece(string publicId, string attachment, int page, int part) => null;

    /// <summary>The public items of the catalogue (事项目录); null when none was ever written.</summary>
    PublicCatalogue? Catalogue() => null;

    /// <summary>Notices of withdrawal that still stand, newest first.</summary>
    IReadOnlyList<WithdrawalNotice> Notices(int limit);

    /// <summary>Whether a text can be a cursor of an answer; an interface refuses others instead of starting again at the first page.</summary>
    /// <param name="cursor">What came back.</param>
    bool IsCursor(string cursor) => true;

    /// <summary>Visible records by month of decision, kind and agency, newest month first.</summary>
    IReadOnlyList<StatisticCell> Statistics() =>
    [
        .. StreamRows(new PublicFilter())
            .GroupBy(r => (Month: r.DecisionDate is { } d ? (DateOnly?)new DateOnly(d.Year, d.Month, 1) : null, r.Kind, r.AuthorityName))
            .OrderByDescending(g => g.Key.Month).ThenBy(g => g.Key.Kind).ThenBy(g => g.Key.AuthorityName, StringComparer.Ordinal)
            .Select(g => new StatisticCell(g.Key.Month, g.Key.Kind, g.Key.AuthorityName, g.Count())),
    ];

    /// <summary>What changed since a token.</summary>
    /// <param name="since">The token of an earlier answer; null asks for the token of this moment and nothing else.</param>
    /// <param name="limit">About how many changes at most, 1 to 10,000.</param>
    /// <remarks>A query that keeps no order of changes answers that one should start again.</remarks>
    PublicIncrement Changes(string? since, int limit) => new("") { StartAgain = since is not null };

    /// <summary>Every record of a list, newest decision first, in bounded memory: for exports and feeds. What is not visible at the moment of reading is left out.</summary>
    /// <param name="filter">What is asked for.</param>
    IEnumerable<PublicRecord> Stream(PublicFilter filter)
    {
        foreach (var row in StreamRows(filter))
            if (Find(row.Id).Record is { } record) yield return record;
    }

    /// <summary>Every row of a list, newest decision first, in bounded memory: for feeds and the sitemap.</summary>
    /// <param name="filter">What is asked for.</param>
    IEnumerable<PublicRow> StreamRows(PublicFilter filter)
    {
        string? cursor = null;
        do
        {
            var page = List(filter, cursor, 100);
            foreach (var row in page.Rows) yield return row;
            cursor = page.Next;
        }
        while (cursor is not null);
    }
}
