using System.Buffers;
using CreditKit.Desensitization;
using CreditKit.Publication.Search;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// Changes with their bytes and tokens made, so that the write transaction only writes. The buffers are used again for
/// later batches.
/// </summary>
internal sealed class PreparedBatch
{
    private readonly ArrayBufferWriter<byte> _bodies = new(1 << 16), _lines = new(1 << 16), _singles = new(1 << 16), _pairs = new(1 << 16);
    private readonly ArrayBufferWriter<char> _folded = new(4096);
    private readonly Dictionary<(string, string, string), FieldShape> _shapes = [];
    private readonly HashSet<int> _seen = [];
    private readonly List<Row> _rows = [];

    /// <summary>The rows in the order of their keys, which the index wants.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>Shapes of fields met so far.</summary>
    public IReadOnlyCollection<FieldShape> Shapes => _shapes.Values;

    public ReadOnlySpan<byte> Body(Row row) => _bodies.WrittenSpan[row.Body];

    public ReadOnlySpan<byte> Line(Row row) => _lines.WrittenSpan[row.Line];

    public ReadOnlySpan<byte> Singles(Row row) => _singles.WrittenSpan[row.Singles];

    public ReadOnlySpan<byte> Pairs(Row row) => _pairs.WrittenSpan[row.Pairs];

    /// <summary>Takes the changes in; what was in the batch is gone.</summary>
    public PreparedBatch Fill(IReadOnlyList<PublicChange> changes)
    {
        _bodies.ResetWrittenCount();
        _lines.ResetWrittenCount();
        _singles.ResetWrittenCount();
        _pairs.ResetWrittenCount();
        _rows.Clear();
        foreach (var change in changes) _rows.Add(change.Record is null ? new Row(change) : Encode(change, change.Record));
        _rows.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        return this;
    }

    private Row Encode(PublicChange change, PublicRecord record)
    {
        var (body, line, single, pair) = (_bodies.WrittenCount, _lines.WrittenCount, _singles.WrittenCount, _pairs.WrittenCount);
        RecordCodec.WriteBody(record, ShapeOf, _bodies);
        RecordCodec.WriteLine(record, _lines);
        _folded.ResetWrittenCount();
        SearchText.Write(record, _folded);
        SearchTokens.Write(_folded.WrittenSpan, _singles, _pairs, _seen);
        var published = record.PublishedAt.ToUnixTimeMilliseconds();
        return new Row(change)
        {
            Key = (long)(record.DecisionDate?.DayNumber ?? 0) << PublicSchema.ArrivalBits | change.Arrival,
            Combo = Combo.Of(change),
            Published = published,
            Appears = Math.Max(published, DisclosureClock.StartOf(record.From.DayNumber)),
            Ends = record.Until?.DayNumber ?? DisclosureClock.Never,
            Body = body.._bodies.WrittenCount,
            Line = line.._lines.WrittenCount,
            Singles = single.._singles.WrittenCount,
            Pairs = pair.._pairs.WrittenCount,
        };
    }

    private uint ShapeOf(PublicField field)
    {
        if (!_shapes.TryGetValue((field.Id, field.Group, field.Label), out var shape)) _shapes[(field.Id, field.Group, field.Label)] = shape = FieldShape.Of(field);
        return shape.Number;
    }

    /// <summary>One change, ready to be written.</summary>
    public readonly record struct Row(PublicChange Change)
    {
        public long Key { get; init; }
        public Combo? Combo { get; init; }
        public long Published { get; init; }
        public long Appears { get; init; }
        public int Ends { get; init; }
        public Range Body { get; init; }
        public Range Line { get; init; }
        public Range Singles { get; init; }
        public Range Pairs { get; init; }
    }
}
