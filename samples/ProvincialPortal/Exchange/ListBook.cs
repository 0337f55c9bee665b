using System.Collections.Concurrent;
using System.Text.Json;
using ProvincialPortal.Rules;

namespace ProvincialPortal.Exchange;

/// <summary>
/// Entries of lists of serious dishonesty with the persons behind them, the newest revision of each; the same key has one receipt.
/// Kept in memory: a stand-in forgets.
/// </summary>
public sealed class ListBook
{
    private readonly Dictionary<string, string> _receipts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Revision, JsonElement Entry)> _entries = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>What stands, by entry.</summary>
    public IReadOnlyList<JsonElement> Entries => [.. _entries.Values.Select(e => e.Entry)];

    /// <summary>How often an entry took effect, all revisions together.</summary>
    public int Effects { get; private set; }

    /// <summary>Takes an entry; a problem in words when something is missing in it.</summary>
    public (string? Receipt, string? Problem) Take(JsonElement parcel)
    {
        if (parcel.ValueKind != JsonValueKind.Object || Text(parcel, "key") is not { Length: > 0 } key || Text(parcel, "entryId") is not { Length: > 0 } id) return (null, "没有键");
        if (!parcel.TryGetProperty("revision", out var number) || !number.TryGetInt32(out var revision)) return (null, "没有次数");
        if (!parcel.TryGetProperty("entry", out var entry) || string.IsNullOrWhiteSpace(Text(entry, "MD_XDR_MC"))) return (null, "失信主体名称 有必填项未填报");
        if (!parcel.TryGetProperty("persons", out var persons) || persons.ValueKind != JsonValueKind.Array) return (null, "没有相关责任人一节");
        var line = 0;
        foreach (var person in persons.EnumerateArray())
        {
            line++;
            if (string.IsNullOrWhiteSpace(Text(person, "RY_SXXW"))) return (null, $"第{line}人 失信行为 有必填项未填报");
            if (Text(person, "RY_ZJLX") == "身份证" && !CheckDigits.IsIdentityNumber(Text(person, "RY_ZJHM") ?? "")) return (null, $"第{line}人 证件号码 数据无效");
        }

        lock (_gate)
        {
            if (_receipts.TryGetValue(key, out var known)) return (known, null);
            if (!_entries.TryGetValue(id, out var held) || held.Revision < revision)
            {
                _entries[id] = (revision, parcel.Clone());
                Effects++;
            }

            return (_receipts[key] = $"MD{_receipts.Count + 1:D6}", null);
        }
    }

    private static string? Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
