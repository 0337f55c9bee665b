namespace CreditKit.Reporting.Channels;

/// <summary>The parts of one batch that are still to be sent: the whole first, then halves of what was only partly taken, up to a number of calls.</summary>
internal sealed class CityParcel(int[] rows, int calls)
{
    private readonly Stack<int[]> _parts = new([rows]);
    private int _calls;

    public int First => rows[0];

    /// <summary>Rows that no call has reached.</summary>
    public IEnumerable<int> Left => _parts.SelectMany(p => p);

    /// <summary>The next part; null when there is none, or no call left.</summary>
    public int[]? Next() => _parts.Count > 0 && _calls++ < calls ? _parts.Pop() : null;

    /// <summary>Sends a part again in halves.</summary>
    public void Split(int[] part)
    {
        _parts.Push(part[(part.Length / 2)..]);
        _parts.Push(part[..(part.Length / 2)]);
    }
}
