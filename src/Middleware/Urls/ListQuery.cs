using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CreditKit.Publication;
using CreditKit.Records;
using Microsoft.AspNetCore.Http;

namespace CreditKit.AspNetCore;

/// <summary>
/// What a visitor asks of a list, read from and written to a query string in one canonical order, so that a thousand
/// spellings of one question are one cache entry. What cannot be read is listed in <see cref="Faults"/>: pages, downloads
/// and the interface say so with 400, because a list without the condition would be a wrong list.
/// </summary>
internal sealed record ListQuery
{
    /// <summary>Characters of a parameter, and of a word in it.</summary>
    internal const int LongestText = 200, LongestWord = 40;

    private static readonly string[] Severities = ["", "slight", "general", "serious", "specific-serious"];
    private static readonly string[] Statuses = ["", "valid", "invalid"];
    private static readonly string[] Counterparts = ["", "organization", "natural-person", "sole-trader"];
    private static readonly string[] Kinds = ["", "license", "penalty", "act"];

    public PublicFilter Filter { get; init; } = new();

    public string? Cursor { get; init; }

    /// <summary>Which page this is, from 1; only words, the cursor is what pages.</summary>
    public int Number { get; init; } = 1;

    public IReadOnlyList<QueryFault> Faults { get; init; } = [];

    public static ListQuery Read(IQueryCollection query, RecordKind? kind, Func<string, bool>? isCursor = null)
    {
        if (query.Count == 0) return new() { Filter = new() { Kind = kind } };
        var faults = new List<QueryFault>();
        var asked = new ListQuery
        {
            Filter = new()
            {
                Kind = kind ?? (RecordKind?)Code(query, "kind", Kinds, faults),
                Text = Words(Text(query, "q")),
                Authority = Text(query, "authority"),
                Category = Text(query, "category"),
                Severity = kind is RecordKind.License or RecordKind.Act ? null : (Severity?)Code(query, "severity", Severities, faults),
                LicenseStatus = kind is RecordKind.Penalty or RecordKind.Act ? null : (LicenseStatus?)Code(query, "status", Statuses, faults),
                CounterpartKind = (CounterpartKind?)Code(query, "counterpart", Counterparts, faults),
                DecidedFrom = Date(query, "from", faults),
                DecidedTo = Date(query, "to", faults),
            },
            Cursor = Text(query, "c"),
            Number = int.TryParse(query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var p) && p is > 1 and < 10_000_000 ? p : 1,
            Faults = faults,
        };
        if (asked.Filter.DecidedFrom > asked.Filter.DecidedTo) faults.Add(new("to", "决定日期的起止颠倒：开始日期晚于结束日期。", Day(asked.Filter.DecidedTo)!));
        if (isCursor is not null && asked.Cursor is { } cursor && !isCursor(cursor)) faults.Add(new("c", "翻页位置无法识别，网址可能不完整；请从第一页重新查看。", ""));
        return asked;
    }

    /// <summary>The canonical query string, encoded, without a question mark.</summary>
    public static string Write(PublicFilter filter, bool withKind, string? cursor = null, int number = 1)
    {
        var text = new StringBuilder();
        Add("q", filter.Text);
        if (withKind && filter.Kind is { } kind) Add("kind", Kinds[(int)kind]);
        Add("authority", filter.Authority);
        Add("category", filter.Category);
        if (filter.Severity is { } severity) Add("severity", Severities[(int)severity]);
        if (filter.LicenseStatus is { } status) Add("status", Statuses[(int)status]);
        if (filter.CounterpartKind is { } counterpart and not CounterpartKind.Unknown) Add("counterpart", Counterparts[(int)counterpart]);
        Add("from", Day(filter.DecidedFrom));
        Add("to", Day(filter.DecidedTo));
        Add("c", cursor);
        if (number > 1) Add("p", number.ToString(CultureInfo.InvariantCulture));
        return text.ToString();

        void Add(string name, string? value)
        {
            if (string.IsNullOrEmpty(value)) return;
            if (text.Length > 0) text.Append('&');
            text.Append(name).Append('=').Append(UrlEncoder.Default.Encode(value));
        }
    }

    /// <summary>The values that a parameter of codes takes; null for parameters of other values.</summary>
    public static IEnumerable<string>? CodesOf(string parameter) => parameter switch
    {
        "kind" => Kinds.Skip(1),
        "severity" => Severities.Skip(1),
        "status" => Statuses.Skip(1),
        "counterpart" => Counterparts.Skip(1),
        _ => null,
    };

    public static string Code(Severity severity) => Severities[(int)severity];

    public static string Code(LicenseStatus status) => Statuses[(int)status];

    public static string Code(CounterpartKind kind) => Counterparts[(int)kind];

    public static string Code(RecordKind kind) => Kinds[(int)kind];

    public static string? Day(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    private static string? Text(IQueryCollection query, string name)
    {
        if (!query.TryGetValue(name, out var values)) return null;
        var value = ((string?)values[0])?.Trim();
        if (string.IsNullOrEmpty(value)) return null;
        if (value.Length > LongestText) value = value[..(char.IsHighSurrogate(value[LongestText - 1]) ? LongestText - 1 : LongestText)];
        return value;
    }

    /// <summary>Words are parted by blanks; a word longer than the search takes is cut, a lone half of a pair removed.</summary>
    private static string? Words(string? text)
    {
        if (text is null) return null;
        var words = new StringBuilder(text.Length);
        foreach (var word in text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Length > 0) words.Append(' ');
            var runes = 0;
            foreach (var rune in word.EnumerateRunes())
            {
                if (rune == Rune.ReplacementChar || Rune.IsControl(rune)) continue;
                if (runes++ == LongestWord) break;
                words.Append(rune);
            }
        }

        return words.Length == 0 ? null : words.ToString().Trim();
    }

    private static int? Code(IQueryCollection query, string name, string[] codes, List<QueryFault> faults)
    {
        if (Text(query, name) is not { } value) return null;
        var at = Array.IndexOf(codes, value);
        if (at > 0) return at;
        faults.Add(new(name, $"参数 {name} 应为 {string.Join("、", codes.Skip(1))} 之一。", value));
        return null;
    }

    private static DateOnly? Date(IQueryCollection query, string name, List<QueryFault> faults)
    {
        if (Text(query, name) is not { } value) return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        faults.Add(new(name, $"{(name == "from" ? "开始日期" : "结束日期")}（{name}）应写成年-月-日，例如 2026-07-28，并且是日历上有的日子。", value));
        return null;
    }
}
