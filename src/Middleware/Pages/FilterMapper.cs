using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The filters beside a list, and the ones that stand.</summary>
internal static class FilterMapper
{
    public static FilterModel Map(PageContext context, PublicFilter filter, PublicFacets facets, RecordKind? kind, string path, IReadOnlyList<QueryFault>? faults = null)
    {
        return new()
        {
            ActionUrl = context.Urls.Form(path),
            LargeType = context.Urls.LargeType,
            Text = filter.Text ?? "",
            Choices = Choices(context, filter, facets, kind),
            DateInput = faults is { Count: > 0 } ? "text" : "date",
            From = ListQuery.Day(filter.DecidedFrom) ?? Sent("from")?.Value ?? "",
            FromError = Sent("from")?.Text ?? "",
            To = ListQuery.Day(filter.DecidedTo) ?? Sent("to")?.Value ?? "",
            ToError = Sent("to")?.Text ?? "",
            ClearUrl = context.Urls.Page(path),
        };

        QueryFault? Sent(string name) => faults?.FirstOrDefault(f => f.Name == name);
    }

    // Sixty agencies are sixty options: counts that are kept keep the choices made of them, and those their markup.
    private static IReadOnlyList<ChoiceModel> Choices(PageContext context, PublicFilter filter, PublicFacets facets, RecordKind? kind) =>
        facets.Derived?.GetOrAdd((kind, facets.Exact), _ => MakeChoices(context, filter, facets, kind)) as IReadOnlyList<ChoiceModel> ?? MakeChoices(context, filter, facets, kind);

    private static List<ChoiceModel> MakeChoices(PageContext context, PublicFilter filter, PublicFacets facets, RecordKind? kind)
    {
        var choices = new List<ChoiceModel>();
        if (kind is null) Add("kind", "信息类型", filter.Kind is { } k ? ListQuery.Code(k) : "", context.Options.Kinds.Select(v => (ListQuery.Code(v), Words.Of(v), -1L)));
        // One agency is no choice, unless it was chosen.
        if (facets.Authorities.Count > 1 || filter.Authority is not null) Add("authority", "决定机关", filter.Authority ?? "", facets.Authorities.Select(f => (f.Value, f.Value, f.Count)));
        if (facets.Categories.Count > 0 || filter.Category is not null) Add("category", kind == RecordKind.License ? "许可类别" : kind == RecordKind.Penalty ? "处罚类别" : "类别", filter.Category ?? "", facets.Categories.Where(f => f.Value.Length > 0).Select(f => (f.Value, f.Value, f.Count)));
        if (kind == RecordKind.Penalty) Add("severity", "严重程度", filter.Severity is { } s ? ListQuery.Code(s) : "", facets.Severities.SelectMany(f => Enum.TryParse<Severity>(f.Value, out var v) ? [(ListQuery.Code(v), Words.Of(v), f.Count)] : Array.Empty<(string, string, long)>()));
        if (kind == RecordKind.License) Add("status", "当前状态", filter.LicenseStatus is { } l ? ListQuery.Code(l) : "", Enum.GetValues<LicenseStatus>().Select(v => (ListQuery.Code(v), Words.Of(v), CountOf(facets.LicenseStatuses, v))));
        Add("counterpart", "相对人类别", filter.CounterpartKind is { } c ? ListQuery.Code(c) : "", Enum.GetValues<CounterpartKind>().Where(v => v != CounterpartKind.Unknown).Select(v => (ListQuery.Code(v), Words.Of(v), CountOf(facets.CounterpartKinds, v))));
        return choices;

        void Add(string name, string label, string selected, IEnumerable<(string Value, string Text, long Count)> values)
        {
            var options = new List<OptionModel> { new() { Text = "全部", Selected = selected.Length == 0 } };
            options.AddRange(values.Select(v => new OptionModel { Value = v.Value, Text = v.Count < 0 || !facets.Exact ? v.Text : $"{v.Text}（{Words.Number(v.Count)}）", Selected = v.Value == selected }));
            if (selected.Length > 0 && !options.Exists(o => o.Selected)) options.Add(new() { Value = selected, Text = Chosen(name, selected), Selected = true });
            choices.Add(new() { Name = name, Label = label, Options = options, Kept = facets.Derived is null ? null : new() });
        }

        // A store that does not count by this value shows the choice without a number.
        static long CountOf<T>(IReadOnlyList<FacetCount> counts, T value) where T : struct, Enum => counts.Count == 0 ? -1 : counts.FirstOrDefault(c => c.Value == value.ToString())?.Count ?? 0;

        static string Chosen(string name, string value) => name == "severity" ? Words.Of(Enum.GetValues<Severity>().First(s => ListQuery.Code(s) == value)) : value;
    }

    public static List<LinkModel> Chips(PageContext context, PublicFilter filter, RecordKind? kind, string path)
    {
        var chips = new List<LinkModel>();
        Add(filter.Text, "关键词：", f => f with { Text = null });
        if (kind is null) Add(filter.Kind is { } k ? Words.Of(k) : null, "", f => f with { Kind = null });
        Add(filter.Authority, "", f => f with { Authority = null });
        Add(filter.Category, "类别：", f => f with { Category = null });
        Add(filter.Severity is { } s ? Words.Of(s) : null, "严重程度：", f => f with { Severity = null });
        Add(filter.LicenseStatus is { } l ? Words.Of(l) : null, "状态：", f => f with { LicenseStatus = null });
        Add(filter.CounterpartKind is { } c ? Words.Of(c) : null, "", f => f with { CounterpartKind = null });
        Add(ListQuery.Day(filter.DecidedFrom), "不早于 ", f => f with { DecidedFrom = null });
        Add(ListQuery.Day(filter.DecidedTo), "不晚于 ", f => f with { DecidedTo = null });
        return chips;

        void Add(string? text, string label, Func<PublicFilter, PublicFilter> without)
        {
            if (!string.IsNullOrEmpty(text)) chips.Add(new() { Text = label + text, Url = context.Urls.Page(path, ListQuery.Write(without(filter), kind is null)) });
        }
    }
}
