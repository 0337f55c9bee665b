using System.Collections.Concurrent;

namespace CreditKit.AspNetCore;

/// <summary>What was asked, in one canonical form.</summary>
/// <param name="Base">Path base of the request: links differ by it.</param>
/// <param name="Path">The page.</param>
/// <param name="Query">Its canonical query.</param>
/// <param name="LargeType">Links keep large type.</param>
/// <param name="Extras">State of the lists and commitments.</param>
internal readonly record struct ResponseKey(string Base, string Path, string Query, bool LargeType, long Extras = 0);

/// <summary>
/// Finished answers by question. An entry serves only under the version of the public data under which it was made and
/// only until the next start or end of a period. Memory is bounded: two generations, the older one is dropped when the
/// younger is full, and what is asked again moves up. However many ask at once, one makes the answer.
/// </summary>
internal sealed class ResponseCache(long capacity)
{
    private readonly Lock _gate = new();
    private ConcurrentDictionary<ResponseKey, Entry> _young = new();
    private ConcurrentDictionary<ResponseKey, Entry> _old = new();
    private long _size;

    /// <summary>The kept answer, or a new one. An answer that is valid until the beginning of time is not kept.</summary>
    public StoredResponse Get(in ResponseKey key, long version, DateTimeOffset now, Func<(StoredResponse Response, DateTimeOffset ValidUntil)> make)
    {
        if (capacity <= 0) return make().Response;
        if (_young.TryGetValue(key, out var entry) && entry.Serves(version, now)) return entry.Response;
        if (_old.TryGetValue(key, out entry) && entry.Serves(version, now))
        {
            Keep(key, entry);
            return entry.Response;
        }

        var young = _young;
        while (true)
        {
            var fresh = new Entry(version, make);
            var stands = young.GetOrAdd(key, fresh);
            if (!ReferenceEquals(stands, fresh))
            {
                if (stands.MayServe(version, now)) fresh = stands;
                else if (!young.TryUpdate(key, fresh, stands)) continue;
            }

            try
            {
                var response = fresh.Response;
                // The data moved while it was made: right for those who asked before, for nobody after. And invented
                // addresses must not push pages out.
                if (fresh.Once || response.Status == 404)
                {
                    young.TryRemove(KeyValuePair.Create(key, fresh));
                    return response;
                }

                if (!fresh.Serves(version, now)) return make().Response;
                Count(fresh);
                return response;
            }
            catch
            {
                // A failure is answered to those who waited for it and not kept.
                young.TryRemove(KeyValuePair.Create(key, fresh));
                throw;
            }
        }
    }

    private void Keep(in ResponseKey key, Entry entry)
    {
        _young[key] = entry;
        Add(entry.Response.Size);
    }

    private void Count(Entry entry)
    {
        if (entry.CountOnce()) Add(entry.Response.Size);
    }

    private void Add(long size)
    {
        if (Interlocked.Add(ref _size, size) <= capacity / 2) return;
        lock (_gate)
        {
            if (_size <= capacity / 2) return;
            _old = _young;
            _young = new();
            _size = 0;
        }
    }

    private sealed class Entry(long version, Func<(StoredResponse Response, DateTimeOffset ValidUntil)> make)
    {
        private readonly Lazy<(StoredResponse Response, DateTimeOffset ValidUntil)> _made = new(make);
        private int _counted;

        public StoredResponse Response => _made.Value.Response;

        /// <summary>Made for those who wait for it and not to be kept.</summary>
        public bool Once => _made.Value.ValidUntil == DateTimeOffset.MinValue;

        public bool Serves(long asked, DateTimeOffset now) => version == asked && now < _made.Value.ValidUntil;

        /// <summary>As <see cref="Serves"/>, but does not wait for an answer that is being made.</summary>
        public bool MayServe(long asked, DateTimeOffset now) => version == asked && (!_made.IsValueCreated || now < _made.Value.ValidUntil);

        public bool CountOnce() => Interlocked.Exchange(ref _counted, 1) == 0;
    }
}
