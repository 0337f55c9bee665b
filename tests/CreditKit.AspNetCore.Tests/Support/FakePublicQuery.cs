using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Records;

namespace CreditKit.AspNetCore.Tests.Support;

/// <summary>The contract of the public store in a few lines over a list, so that pages are tested without a database.</summary>
internal sealed class FakePublicQuery(IEnumerable<PublicRecord> records, TimeProvider time) : IPublicQuery
{
    public List<PublicRecord> Records { get; } = [.. records];

    public List<WithdrawalNotice> Withdrawn { get; } = [];

    public bool IsReady { get; set; } = true;

    public long Version { get; set; } = 2;

    public DateTimeOffset? NextBoundary { get; set; }

    /// <summary>Says how many hits are natural persons'; a store need not.</summary>
    public bool CountsPersons { get; set; } = true;

    public int Asked { get; private set; }

    private DateOnly Today => ShanghaiTime.Today(time.GetUtcNow());

    private IEnumerable<PublicRecord> Visible => Records
        .Where(r => r.From <= Today && (r.Until is null || Today < r.Until) && !Withdrawn.Exists(n => n.Id == r.Id))
        .OrderByDescending(r => r.DecisionDate).ThenBy(r => r.Id, StringComparer.Ordinal);

    public PublicOverview Overview() => new(Visible.Count(r => r.Kind == RecordKind.License), Visible.Count(r => r.Kind == RecordKind.Penalty), 23, 0.9874, Visible.Select(r => (DateTimeOffset?)r.PublishedAt).Max());

    public PublicPage List(PublicFilter filter, string? cursor, int size)
    {
        Asked++;
        var hits = Filter(filter).ToList();
        var at = int.TryParse(cursor, out var from) && from > 0 && from < hits.Count ? from : 0;
        var rows = hits.Skip(at).Take(size).Select(Row).ToList();
        return new(rows, hits.Count, false, at + size < hits.Count ? $"{at + size}" : null, at > 0 ? $"{Math.Max(0, at - size)}" : null) { NaturalPersons = CountsPersons ? hits.Count(r => r.NaturalPerson) : null };
    }

    public bool IsCursor(string cursor) => int.TryParse(cursor, out _);

    public PublicFacets Facets(PublicFilter filter)
    {
        var hits = Filter(filter).ToList();
        return new(Count(hits.Select(r => r.AuthorityName)), Count(hits.Select(r => r.Category)), Count(hits.Where(r => r.Severity is not null).Select(r => r.Severity.ToString()!)));

        static List<FacetCount> Count(IEnumerable<string> values) => [.. values.CountBy(v => v).OrderByDescending(v => v.Value).Select(v => new FacetCount(v.Key, v.Value))];
    }

    public PublicLookup Find(string publicId)
    {
        Asked++;
        return new(Visible.FirstOrDefault(r => r.Id == publicId), Withdrawn.Find(n => n.Id == publicId));
    }

    public IReadOnlyList<WithdrawalNotice> Notices(int limit) => [.. Withdrawn.Take(limit)];

    private IEnumerable<PublicRecord> Filter(PublicFilter f) => Visible.Where(r =>
        (f.Kind is null || r.Kind == f.Kind) && (f.Authority is null || r.AuthorityName == f.Authority) && (f.Category is null || r.Category == f.Category)
        && (f.Severity is null || r.Severity == f.Severity) && (f.LicenseStatus is null || r.LicenseStatus == f.LicenseStatus)
        && (f.CounterpartKind is null || r.CounterpartKind == f.CounterpartKind) && (f.SubjectCode is null || r.CounterpartCode == f.SubjectCode)
        && (f.DecidedFrom is null || r.DecisionDate >= f.DecidedFrom) && (f.DecidedTo is null || r.DecisionDate <= f.DecidedTo)
        && (f.Text is null || f.Text.Split(' ').All(w => (r.CounterpartName + "\n" + r.DocumentNumber + "\n" + r.Summary + "\n" + r.Category + "\n" + r.Title).Contains(w, StringComparison.OrdinalIgnoreCase))));

    private static PublicRow Row(PublicRecord r) => new(r.Id, r.Kind, r.CounterpartName, r.DocumentNumber, r.Summary, r.Category, r.AuthorityName, r.Severity, r.LicenseStatus, r.DecisionDate, r.Until?.AddDays(-1), r.PublishedAt, r.NaturalPerson);
}
