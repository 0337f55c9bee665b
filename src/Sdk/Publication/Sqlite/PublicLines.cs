using System.Buffers;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// A stretch of a list, read at one moment and handed out line by line. The wide table lies in the order of arrival and a list
/// in that of decisions, so the lines of a stretch are read in the order in which they lie: where many of them share a page of
/// the file, it is read once.
/// </summary>
internal sealed class PublicLines
{
    /// <summary>Milliseconds after which what was read is read again before it is handed out.</summary>
    public const int LongestHeld = 500;

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    private (long Arrival, int Place)[] _order = [];
    private Range[] _stored = [];
    private List<Hit> _hits = [];
    private Frame _frame = null!;
    private long _readAt;
    private int _next;

    /// <summary>What was read may have been withdrawn meanwhile: the rest of it is to be read again.</summary>
    public bool IsOld => Environment.TickCount64 - _readAt > LongestHeld;

    /// <summary>The place of the last line handed out; null when there was none.</summary>
    public long? Last => _next > 0 ? _hits[_next - 1].Key : null;

    /// <summary>Whether everything read was handed out.</summary>
    public bool IsThrough => _next >= _hits.Count;

    /// <summary>The next line that is there and may be shown.</summary>
    public bool Next(out PublicLine line)
    {
        while (_next < _hits.Count)
        {
            var place = _next++;
            if (_stored[place] is var range && range.Equals(default) || _frame[_hits[place].Combo] is not { } combo) continue;
            line = new PublicLine(_bytes.WrittenSpan[range], _hits[place], combo);
            return true;
        }

        line = default;
        return false;
    }

    /// <summary>Takes the lines of hits in; what was here is gone.</summary>
    public void Fill(ReaderSession session, Frame frame, List<Hit> hits)
    {
        (_hits, _frame, _next, _readAt) = (hits, frame, 0, Environment.TickCount64);
        _bytes.ResetWrittenCount();
        if (_order.Length < hits.Count) (_order, _stored) = (new (long, int)[hits.Count], new Range[hits.Count]);
        for (var place = 0; place < hits.Count; place++) _order[place] = (hits[place].Key & PublicSchema.ArrivalMask, place);
        Array.Sort(_order, 0, hits.Count, Comparer<(long Arrival, int Place)>.Create(static (a, b) => a.Arrival.CompareTo(b.Arrival)));
        foreach (var (_, place) in _order.AsSpan(0, hits.Count))
        {
            var start = _bytes.WrittenCount;
            _stored[place] = session.CopyLine(hits[place].Key, _bytes) ? start.._bytes.WrittenCount : default;
        }
    }
}
