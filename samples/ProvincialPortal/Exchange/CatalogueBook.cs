using System.Collections.Concurrent;
using System.Text.Json;

namespace ProvincialPortal.Exchange;

/// <summary>Catalogues of agencies as they came, newest last; the same key is one catalogue and has one receipt. Kept in memory: a stand-in forgets.</summary>
public sealed class CatalogueBook
{
    private readonly ConcurrentDictionary<string, (string Receipt, JsonElement Catalogue)> _byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<JsonElement> _all = new();

    /// <summary>Catalogues in the order in which they came.</summary>
    public IReadOnlyList<JsonElement> All => [.. _all];

    /// <summary>Takes a catalogue; a problem in words when something is missing in it.</summary>
    public (string? Receipt, string? Problem) Take(JsonElement catalogue)
    {
        if (catalogue.ValueKind != JsonValueKind.Object || Text(catalogue, "key") is not { Length: > 0 } key) return (null, "没有键");
        if (!catalogue.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array || items.GetArrayLength() == 0) return (null, "目录没有事项");
        if (!catalogue.TryGetProperty("dataItems", out var columns) || columns.ValueKind != JsonValueKind.Array || columns.GetArrayLength() == 0) return (null, "目录没有数据项");
        var line = 0;
        foreach (var item in items.EnumerateArray())
        {
            line++;
            foreach (var head in new[] { "事项编码", "事项名称", "行政行为", "共享属性", "公开属性" })
                if (string.IsNullOrWhiteSpace(Text(item, head))) return (null, $"第{line}行 {head} 有必填项未填报");
        }

        var taken = _byKey.GetOrAdd(key, _ =>
        {
            var copy = catalogue.Clone();
            _all.Enqueue(copy);
            return ($"ML{_all.Count:D6}", copy);
        });
        return (taken.Receipt, null);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
