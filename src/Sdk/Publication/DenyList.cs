using System.Collections.Concurrent;

namespace CreditKit.Publication;

/// <summary>Records that must not be shown although public.db, which cannot be written at the moment, still has them. Of this process; the next projection empties it.</summary>
internal sealed class DenyList
{
    private readonly ConcurrentDictionary<string, byte> _ids = new(StringComparer.Ordinal);

    public bool IsEmpty => _ids.IsEmpty;

    public bool Contains(string id) => !_ids.IsEmpty && _ids.ContainsKey(id);

    public void Add(string id) => _ids[id] = 0;

    public void Remove(string id) => _ids.TryRemove(id, out _);
}
