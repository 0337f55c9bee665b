namespace CreditKit.Ledger.Sqlite;

/// <summary>
/// The newest changes of this process as they were written, so that a projection that follows closely need not read,
/// decrypt and parse again what was in memory a moment ago. Records that are new, without gaps; whatever else happens is
/// read from the file, and carries a later place in the feed.
/// </summary>
internal sealed class RecentChanges
{
    private const int Kept = 4_000;
    private readonly Lock _gate = new();
    private readonly Queue<LedgerChange> _changes = new();
    private long _last;

    /// <summary>Keeps changes that were committed, in the order of the feed.</summary>
    public void Add(IReadOnlyList<LedgerChange> changes)
    {
        lock (_gate)
        {
            foreach (var change in changes)
            {
                if (change.Sequence != _last + 1) _changes.Clear();
                _last = change.Sequence;
                _changes.Enqueue(change);
                if (_changes.Count > Kept) _changes.Dequeue();
            }
        }
    }

    /// <summary>Something else than a new record came: the file tells it.</summary>
    public void Clear()
    {
        lock (_gate) _changes.Clear();
    }

    /// <summary>The changes right after a place, at most <paramref name="limit"/>; null when the first of them is not here. What came before is let go.</summary>
    public IReadOnlyList<LedgerChange>? After(long sequence, int limit)
    {
        lock (_gate)
        {
            while (_changes.TryPeek(out var first) && first.Sequence <= sequence) _changes.Dequeue();
            return _changes.TryPeek(out var next) && next.Sequence == sequence + 1 ? [.. _changes.Take(limit)] : null;
        }
    }
}
