using CreditKit.Publication;
using CreditKit.Publication.Search;

namespace CreditKit.StoreConformance.Public;

/// <summary>The right answers, worked out by looking at every record.</summary>
internal sealed class ListModel
{
    private readonly Dictionary<string, (PublicChange Change, string Text)> _rows = [];

    public void Apply(PublicChange change)
    {
        if (change.Record is null) _rows.Remove(change.Id);
        else _rows[change.Id] = (change, SearchText.Of(change.Record));
    }

    /// <summary>Ids that a filter gives at a moment, newest first.</summary>
    public List<string> List(PublicFilter filter, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var words = SearchQuery.Parse(filter.Text);
        return [.. _rows.Values
            .Where(r => r.Change.Record!.From <= today && (r.Change.Record.Until is not { } until || today < until) && r.Change.Record.PublishedAt <= now)
            .Where(r => Passes(r.Change, filter) && (words is null || words.Matches(r.Text)))
            .OrderByDescending(r => r.Change.Record!.DecisionDate ?? DateOnly.MinValue).ThenByDescending(r => r.Change.Arrival)
            .Select(r => r.Change.Id)];
    }

    public IEnumerable<PublicChange> Changes => _rows.Values.Select(r => r.Change);

    public IEnumerable<string> Texts => _rows.Values.Select(r => r.Text);

    private static bool Passes(PublicChange change, PublicFilter f) => change.Record is { } r
        && (f.Kind is null || f.Kind == r.Kind) && (f.Authority is null || f.Authority == r.AuthorityName) && (f.Category is null || f.Category == r.Category)
        && (f.Severity is null || f.Severity == r.Severity) && (f.CounterpartKind is null || f.CounterpartKind == r.CounterpartKind)
        && (f.LicenseStatus is null || f.LicenseStatus == r.LicenseStatus) && (f.SubjectCode is null || f.SubjectCode == r.CounterpartCode)
        && (f.DecidedFrom is null || (r.DecisionDate ?? DateOnly.MinValue) >= f.DecidedFrom) && (f.DecidedTo is null || (r.DecisionDate ?? DateOnly.MinValue) <= f.DecidedTo);
}
