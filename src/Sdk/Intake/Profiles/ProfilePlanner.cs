using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Intake.Profiles;

/// <summary>Makes the binding plan of a file from a profile and the file's headings.</summary>
internal static class ProfilePlanner
{
    /// <summary>The plan; null when the headings fit neither kind and the profile names none.</summary>
    public static BindingPlan? Plan(ImportProfile? profile, IReadOnlyList<string> headings, StandardEditions editions, out IReadOnlyList<string> absent)
    {
        absent = [];
        var kind = profile?.Kind ?? KindFromProfile(profile, headings, editions) ?? HeadingMatcher.KindOf(headings, editions);
        if (kind is not { } known) return null;
        var edition = profile?.Edition is { } id ? editions.Get(id) : HeadingMatcher.EditionOf(headings, known, editions);
        var matched = HeadingMatcher.Plan(headings, known, edition, editions);
        if (profile is null) return matched;

        var byHeading = headings.Select((h, i) => (Heading: TextKey(h), Ordinal: i)).GroupBy(h => h.Heading).ToDictionary(g => g.Key, g => g.First().Ordinal);
        var stated = new List<PlannedColumn>();
        var missing = new List<string>();
        foreach (var (heading, column) in profile.Columns)
        {
            var target = Field(column.Field, known, edition, editions);
            if (!byHeading.TryGetValue(TextKey(heading), out var ordinal)) { missing.Add(heading); continue; }
            HeadingIndex.For(edition, known, editions).Find(headings[ordinal], out var unit);
            stated.Add(new(ordinal, headings[ordinal], target) { Unit = column.Unit ?? unit, Values = column.Values });
        }
        absent = missing;
        var taken = stated.Select(c => c.Ordinal).Concat(profile.Ignore.Select(TextKey).Where(byHeading.ContainsKey).Select(h => byHeading[h])).ToHashSet();
        var fields = stated.Select(c => (c.Column.Field, Own(c.Column))).ToHashSet();
        return matched with
        {
            // What the profile states goes first; a heading that merely looks like a field already stated would only dispute it.
            Columns = [.. stated, .. matched.Columns.Where(c => !taken.Contains(c.Ordinal) && !fields.Contains((c.Column.Field, Own(c.Column))))],
            Unknown = [.. matched.Unknown.Where(u => !byHeading.TryGetValue(TextKey(u.Heading), out var at) || !taken.Contains(at))],
            Constants = [.. profile.Constants.Select(c => Composed(c.Key, c.Value, known, edition, editions, headings))],
            Defaults = [.. Defaults(profile).Select(c => Composed(c.Key, c.Value, known, edition, editions, headings))],
            DateFormats = profile.DateFormats,
            AmountUnit = profile.AmountUnit,
            Historic = profile.Historic,
        };
    }

    /// <summary>How many of some cells are headings that a profile names; for finding the heading row.</summary>
    public static int Score(ImportProfile? profile, IReadOnlyList<string> cells) =>
        profile is null or { Columns.Count: 0 } ? 0 : cells.Count(c => profile.Columns.Keys.Any(k => TextKey(k) == TextKey(c)));

    private static IEnumerable<KeyValuePair<string, string>> Defaults(ImportProfile profile)
    {
        foreach (var pair in profile.Defaults) yield return pair;
        if (profile.ReviewedAtSource is not { } review) yield break;
        yield return new(nameof(StandardField.Reviewer), review.Reviewer);
        yield return new(nameof(StandardField.ReviewedOn), review.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static PlannedColumn Composed(string field, string text, RecordKind kind, StandardEdition edition, StandardEditions editions, IReadOnlyList<string> headings)
    {
        var column = Field(field, kind, edition, editions);
        return new(-1, column.Head, column) { Text = ComposedText.Parse(text, headings) };
    }

    private static StandardColumn Field(string name, RecordKind kind, StandardEdition edition, StandardEditions editions)
    {
        if (Enum.TryParse<StandardField>(name, ignoreCase: true, out var field) && edition.Column(kind, field) is { } own) return own;
        var index = HeadingIndex.For(edition, kind, editions);
        return index.Find(name, out _)
            ?? throw new CreditKitException("CK1443", $"导入配置中的字段“{name}”不是{RecordKindText.Of(kind)}数据标准中的字段。", index.Nearest(name) is { } near ? $"是否应为“{near}”？" : "请按数据标准的表头填写。");
    }

    private static RecordKind? KindFromProfile(ImportProfile? profile, IReadOnlyList<string> headings, StandardEditions editions) =>
        profile is null or { Columns.Count: 0 } ? null : HeadingMatcher.KindOf([.. profile.Columns.Values.Select(c => c.Field), .. headings], editions);

    // An agency's own columns have no field: they are told apart by their code.
    private static string Own(StandardColumn column) => column.Field == StandardField.None ? column.Code : "";

    private static string TextKey(string heading) => TextNormalizer.Heading(heading);
}
