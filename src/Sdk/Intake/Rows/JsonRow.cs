using System.Globalization;
using System.Text.Json;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Intake.Rows;

/// <summary>
/// One row of a call under headings: the standard's codes and heads as they are, the product's own field names
/// (<c>documentNumber</c>) put into the edition's. <c>kind</c>, <c>historic</c> and <c>asOf</c> speak of the row itself.
/// </summary>
internal sealed record JsonRow
{
    private static readonly Dictionary<string, StandardField> Own = Enum.GetValues<StandardField>()
        .Where(f => f != StandardField.None).ToDictionary(f => f.ToString(), StringComparer.OrdinalIgnoreCase);

    public required RecordKind? Kind { get; init; }

    public required bool Historic { get; init; }

    public required DateTimeOffset? AsOf { get; init; }

    public required string[] Headings { get; init; }

    public required string[] Cells { get; init; }

    /// <summary>Reads a row; null with the fault when it is none.</summary>
    public static JsonRow? Read(JsonElement element, StandardEdition edition, out string fault)
    {
        fault = "";
        if (element.ValueKind != JsonValueKind.Object)
        {
            fault = "不是对象（{…}）";
            return null;
        }

        RecordKind? kind = null;
        var historic = false;
        DateTimeOffset? asOf = null;
        var names = new List<string>();
        var cells = new List<string>();
        foreach (var property in element.EnumerateObject())
        {
            switch (property.Name)
            {
                case "kind":
                    if (!CreditKit.Catalog.CatalogWords.TryRead(property.Value.ToString(), out RecordKind known)) fault = "kind 应为 license、penalty 等";
                    else kind = known;
                    break;
                case "historic":
                    historic = property.Value.ValueKind == JsonValueKind.True;
                    break;
                case "asOf":
                    if (DateTimeOffset.TryParse(property.Value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) && property.Value.ToString().AsSpan(10).IndexOfAny("Zz+-") >= 0) asOf = time.ToUniversalTime();
                    else fault = "asOf 应为带时区的时刻，例如 2026-11-22T10:00:00+08:00";
                    break;
                default:
                    if (property.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) continue;
                    names.Add(property.Name);
                    cells.Add(Text(property.Value));
                    break;
            }
        }

        if (fault.Length > 0) return null;
        kind ??= KindOf(names, edition);
        var headings = names.Select(n => kind is { } of && Own.TryGetValue(n, out var field) ? edition.Column(of, field)?.Head ?? n : n).ToArray();
        return new JsonRow { Kind = kind, Historic = historic, AsOf = asOf, Headings = headings, Cells = [.. cells] };
    }

    // Own names that only one kind has tell the kind, as headings do; the other acts share all but these two with permits or penalties.
    private static RecordKind? KindOf(List<string> names, StandardEdition edition)
    {
        RecordKind? told = null;
        foreach (var name in names)
        {
            if (!Own.TryGetValue(name, out var field)) continue;
            if (field is StandardField.ActKind or StandardField.ActContent) return RecordKind.Act;
            var (license, penalty) = (edition.Column(RecordKind.License, field) is not null, edition.Column(RecordKind.Penalty, field) is not null);
            if (license != penalty) told ??= license ? RecordKind.License : RecordKind.Penalty;
        }

        return told;
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Replace("\0", "", StringComparison.Ordinal),
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Array => string.Join('；', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
