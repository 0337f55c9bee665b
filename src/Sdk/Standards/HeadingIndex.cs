using System.Collections.Concurrent;
using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>Every heading under which a kind's columns are known: an edition's own first, then those of the other editions.</summary>
public sealed class HeadingIndex
{
    private static readonly ConcurrentDictionary<(StandardEdition, RecordKind), HeadingIndex> Cache = new();
    private readonly Dictionary<string, StandardColumn> _byHeading = [];
    private readonly HashSet<string> _exact = [];
    private readonly List<(string Folded, string Head)> _heads = [];

    private HeadingIndex(StandardEdition edition, StandardEditions editions, RecordKind kind)
    {
        var own = edition.Columns(kind).Concat(edition.Extensions(kind)).ToList();
        foreach (var column in own)
        {
            foreach (var name in new[] { column.Code, column.Head })
            {
                _exact.Add(TextNormalizer.Heading(name));
                Add(name, column);
            }
            _heads.Add((Bare(column.Head), column.Head));
        }
        foreach (var column in own) foreach (var synonym in column.Synonyms) Add(synonym, column);
        foreach (var other in editions.All.Where(e => e != edition))
            foreach (var column in other.Columns(kind))
            {
                var mine = edition.Column(kind, column.Field) ?? column;
                foreach (var name in new[] { column.Code, column.Head }.Concat(column.Synonyms)) Add(name, mine);
            }
    }

    /// <summary>The index of an edition and kind; made once.</summary>
    public static HeadingIndex For(StandardEdition edition, RecordKind kind, StandardEditions? editions = null) =>
        Cache.GetOrAdd((edition, kind), static (key, all) => new(key.Item1, all, key.Item2), editions ?? StandardEditions.Default);

    /// <summary>The column a heading stands for, and the unit that the heading states for an amount.</summary>
    public StandardColumn? Find(string heading, out AmountUnit? unit)
    {
        var folded = TextNormalizer.Heading(heading);
        unit = UnitOf(folded);
        if (_byHeading.TryGetValue(folded, out var column)) return column;
        return _byHeading.GetValueOrDefault(Bare(folded)) is { Type: ColumnType.Amount } amount ? amount : null;
    }

    /// <summary>Whether a heading is a code or head of the edition itself.</summary>
    public bool IsExact(string heading) => _exact.Contains(TextNormalizer.Heading(heading));

    /// <summary>The known heading most like an unknown one; null when none is near enough to propose.</summary>
    public string? Nearest(string heading)
    {
        var folded = Bare(TextNormalizer.Heading(heading));
        if (folded.Length == 0) return null;
        var best = _byHeading.Select(h => (Score: Likeness(folded, Bare(h.Key)), h.Value.Head)).MaxBy(h => h.Score);
        return best.Score >= 0.5 ? best.Head : null;
    }

    private void Add(string name, StandardColumn column)
    {
        var folded = TextNormalizer.Heading(name);
        _byHeading.TryAdd(folded, column);
        if (column.Type == ColumnType.Amount) _byHeading.TryAdd(Bare(folded), column);
    }

    private static AmountUnit? UnitOf(string folded) =>
        folded.Contains("万元", StringComparison.Ordinal) ? AmountUnit.Wanyuan
        : folded.EndsWith("(元)", StringComparison.Ordinal) || folded.EndsWith("/元", StringComparison.Ordinal) ? AmountUnit.Yuan : null;

    private static string Bare(string heading) =>
        heading.Replace("(万元)", "", StringComparison.Ordinal).Replace("(元)", "", StringComparison.Ordinal).Replace("/万元", "", StringComparison.Ordinal).Replace("/元", "", StringComparison.Ordinal);

    /// <summary>Dice's coefficient over single characters: Chinese headings are short and share characters, not pairs.</summary>
    private static double Likeness(string a, string b)
    {
        var left = b.ToList();
        var common = a.Count(left.Remove);
        return 2.0 * common / (a.Length + b.Length);
    }
}
