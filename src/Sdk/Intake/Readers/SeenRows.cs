namespace CreditKit.Intake.Readers;

/// <summary>
/// Which row had a key before, for a file of any size in bounded memory: a table of fixed size in which old rows give way
/// once it is full. Up to a million rows nothing is forgotten; a false hit needs two equal 64-bit hashes.
/// </summary>
internal sealed class SeenRows
{
    private const int Small = 1 << 12;
    private const int Large = 1 << 21;
    private const int Reach = 16;

    private ulong[] _hashes = new ulong[Small];
    private int[] _rows = new int[Small];
    private int _count;

    /// <summary>The row that had this key before, 0 when none had; from now on it is <paramref name="row"/>.</summary>
    public int Replace(ulong key, int row)
    {
        if (_count == Small / 2 && _hashes.Length == Small) Grow();
        _count++;
        return Put(key, row);
    }

    private int Put(ulong hash, int row)
    {
        var mask = _hashes.Length - 1;
        var oldest = -1;
        for (var i = 0; i < Reach; i++)
        {
            var at = (int)((hash + (uint)i) & (uint)mask);
            if (_rows[at] == 0)
            {
                (_hashes[at], _rows[at]) = (hash, row);
                return 0;
            }

            if (_hashes[at] == hash)
            {
                var before = _rows[at];
                _rows[at] = row;
                return before;
            }

            if (oldest < 0 || _rows[at] < _rows[oldest]) oldest = at;
        }

        (_hashes[oldest], _rows[oldest]) = (hash, row);
        return 0;
    }

    // One step only, so that a file of a million rows needs no more than one of a hundred thousand.
    private void Grow()
    {
        var (hashes, rows) = (_hashes, _rows);
        (_hashes, _rows) = (new ulong[Large], new int[Large]);
        for (var i = 0; i < rows.Length; i++)
            if (rows[i] != 0) Put(hashes[i], rows[i]);
    }

    /// <summary>The hash of a key; never 0.</summary>
    public static ulong Hash(ReadOnlySpan<char> key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) hash = (hash ^ c) * 1099511628211UL;
        hash ^= hash >> 32;
        return (hash * 0x9E3779B97F4A7C15UL ^ hash >> 29) | 1;
    }
}
