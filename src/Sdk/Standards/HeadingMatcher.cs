using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>Makes a plan from headings alone: kind and edition are told from them.</summary>
public static class HeadingMatcher
{
    /// <summary>How many of some cells are headings of a kind; for finding the heading row.</summary>
    public static int Score(IReadOnlyList<string> cells, StandardEditions editions)
    {
        var license = HeadingIndex.For(editions.Current, RecordKind.License, editions);
        var penalty = HeadingIndex.For(editions.Current, RecordKind.Penalty, editions);
        return Math.Max(Count(cells, license), Math.Max(Count(cells, penalty), NamesAct(cells, editions) ? Count(cells, HeadingIndex.For(editions.Current, RecordKind.Act, editions)) : 0));
    }

    /// <summary>Another act where a heading names its kind (行政行为类别), else the kind whose headings fit better; null when neither fits more than the other.</summary>
    public static RecordKind? KindOf(IReadOnlyList<string> headings, StandardEditions editions)
    {
        if (NamesAct(headings, editions)) return RecordKind.Act;
        var license = HeadingIndex.For(editions.Current, RecordKind.License, editions);
        var penalty = HeadingIndex.For(editions.Current, RecordKind.Penalty, editions);
        var difference = Count(headings, license) - Count(headings, penalty);
        return difference > 0 ? RecordKind.License : difference < 0 ? RecordKind.Penalty : null;
    }

    /// <summary>The current edition, unless the headings are an older one's own and no longer known to it.</summary>
    public static StandardEdition EditionOf(IReadOnlyList<string> headings, RecordKind kind, StandardEditions editions)
    {
        var current = HeadingIndex.For(editions.Current, kind, editions);
        var best = editions.Current;
        var bestCount = headings.Count(current.IsExact);
        foreach (var edition in editions.All.Where(e => e != editions.Current && e.Columns(kind).Any(c => c.Field == StandardField.RowState)))
        {
            var count = headings.Count(HeadingIndex.For(edition, kind, editions).IsExact);
            if (count > bestCount) (best, bestCount) = (edition, count);
        }
        return best;
    }

    /// <summary>A plan for a file's headings.</summary>
    /// <param name="headings">The headings in order.</param>
    /// <param name="kind">What the rows are.</param>
    /// <param name="edition">The edition to bind to.</param>
    /// <param name="editions">Every known edition.</param>
    public static BindingPlan Plan(IReadOnlyList<string> headings, RecordKind kind, StandardEdition edition, StandardEditions? editions = null)
    {
        var index = HeadingIndex.For(edition, kind, editions);
        var columns = new List<PlannedColumn>();
        var unknown = new List<UnknownHeading>();
        for (var i = 0; i < headings.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(headings[i])) continue;
            if (index.Find(headings[i], out var unit) is { } column) columns.Add(new(i, headings[i], column) { Unit = unit });
            else unknown.Add(new(headings[i], index.Nearest(headings[i])));
        }
        return new() { Edition = edition, Kind = kind, Headings = headings, Columns = columns, Unknown = unknown };
    }

    // Their other columns are the common ones: only this one tells the other acts from permits and penalties.
    private static bool NamesAct(IReadOnlyList<string> headings, StandardEditions editions)
    {
        var acts = HeadingIndex.For(editions.Current, RecordKind.Act, editions);
        return headings.Any(h => h.Length is > 0 and < 60 && acts.Find(h, out _)?.Field == StandardField.ActKind);
    }

    private static int Count(IReadOnlyList<string> cells, HeadingIndex index) => cells.Count(c => c.Length is > 0 and < 60 && index.Find(c, out _) is not null);
}
