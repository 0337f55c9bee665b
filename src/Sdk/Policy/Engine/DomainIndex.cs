using System.Collections.Concurrent;

namespace CreditKit.Policy.Engine;

/// <summary>Fields (领域) as bits: agencies write them in their own words, editions name them by id.</summary>
internal sealed class DomainIndex
{
    private readonly List<(string Id, string[] Names)> _domains;
    private readonly ConcurrentDictionary<string, ulong> _cache = new(StringComparer.Ordinal);

    public DomainIndex(IEnumerable<DomainEntry> domains) => _domains = [.. domains.Select(d => (d.Id, d.Names))];

    /// <summary>Bit of a field that an edition names by id or name; an unknown word becomes a field of its own.</summary>
    public ulong OfRule(string word)
    {
        var at = _domains.FindIndex(d => d.Id == word || d.Names.Contains(word));
        if (at < 0)
        {
            at = _domains.Count;
            if (at == 64) throw new CreditKitException("CK1118", "政策文件使用的领域超过 64 个。", "请合并 domains 中的写法。");
            _domains.Add((word, [word]));
        }

        return 1UL << at;
    }

    /// <summary>Bits of the field as a record writes it; several may fit (食品药品).</summary>
    public ulong OfRecord(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return 0;
        if (_cache.TryGetValue(text, out var mask)) return mask;
        for (var i = 0; i < _domains.Count; i++)
            if (_domains[i].Names.Any(n => text.Contains(n, StringComparison.Ordinal))) mask |= 1UL << i;
        if (_cache.Count < 4096) _cache.TryAdd(text, mask);
        return mask;
    }
}

internal sealed record DomainEntry(string Id, string[] Names);
