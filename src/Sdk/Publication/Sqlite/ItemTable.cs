using System.Text;

namespace CreditKit.Publication.Sqlite;

/// <summary>The writing side of what is shown: rows, pages, addresses, search index, tombstones and notices.</summary>
internal sealed class ItemTable(NativeConnection connection, KeptCounts counts, PieceTable pieces)
{
    private readonly NativeStatement _address = connection.Prepare("SELECT key, sequence, subject FROM address WHERE id = ?1");
    private readonly NativeStatement _tombstone = connection.Prepare("SELECT sequence FROM tombstone WHERE id = ?1");
    private readonly NativeStatement _item = connection.Prepare("SELECT i.combo, i.ends, i.published, c.timing FROM item i JOIN combo c ON c.id = i.combo WHERE i.key = ?1");
    private readonly NativeStatement[] _remove =
    [
        connection.Prepare("DELETE FROM words WHERE rowid = ?1"),
        connection.Prepare("DELETE FROM item WHERE key = ?1"),
        connection.Prepare($"DELETE FROM line WHERE arrival = ?1 & {PublicSchema.ArrivalMask}"),
        connection.Prepare($"DELETE FROM document WHERE arrival = ?1 & {PublicSchema.ArrivalMask}"),
    ];

    private readonly NativeStatement _removeAddress = connection.Prepare("DELETE FROM address WHERE id = ?1");
    private readonly NativeStatement _removeSubject = connection.Prepare("DELETE FROM subject WHERE code = ?1 AND key = ?2");
    private readonly NativeStatement _insertItem = connection.Prepare("INSERT INTO item VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    private readonly NativeStatement _insertLine = connection.Prepare("INSERT INTO line VALUES (?1, ?2)");
    private readonly NativeStatement _insertDocument = connection.Prepare("INSERT INTO document VALUES (?1, ?2)");
    private readonly NativeStatement _insertAddress = connection.Prepare("INSERT INTO address VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly NativeStatement _insertSubject = connection.Prepare("INSERT INTO subject VALUES (?1, ?2)");
    private readonly NativeStatement _insertWords = connection.Prepare("INSERT INTO words (rowid, single, pair, facet) VALUES (?1, ?2, ?3, ?4)");
    private readonly NativeStatement _insertShape = connection.Prepare("INSERT INTO shape VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    private readonly NativeStatement _shape = connection.Prepare("SELECT field, grp, label FROM shape WHERE id = ?1");
    private readonly NativeStatement _insertTombstone = connection.Prepare("INSERT INTO tombstone VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET revision = ?2, sequence = ?3, at = ?4");
    private readonly NativeStatement _removeTombstone = connection.Prepare("DELETE FROM tombstone WHERE id = ?1");
    private readonly NativeStatement _insertNotice = connection.Prepare("INSERT OR REPLACE INTO notice VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    private readonly NativeStatement _removeNotice = connection.Prepare("DELETE FROM notice WHERE id = ?1");
    private readonly NativeStatement _ended = connection.Prepare("SELECT key FROM item WHERE ends < ?1 AND ends < 2147483647 ORDER BY ends, key LIMIT ?2");
    private readonly NativeStatement _body = connection.Prepare($"SELECT body FROM document WHERE arrival = ?1 & {PublicSchema.ArrivalMask}");
    private readonly Dictionary<Combo, byte[]> _facets = [];
    private readonly HashSet<uint> _shapes = [];
    private readonly List<(long Arrival, int Row)> _arrived = [];

    /// <summary>Writes a batch.</summary>
    /// <param name="batch">Rows in the order of their keys.</param>
    /// <param name="guard">Leave a tombstone even where nothing was shown, because an older state may still be on its way.</param>
    /// <param name="now">Now.</param>
    public Effect Apply(PreparedBatch batch, bool guard, long now)
    {
        foreach (var shape in batch.Shapes) Keep(shape);
        var effect = batch.Rows.Count > 0 ? Effect.Adds : Effect.None;
        var outdated = new bool[batch.Rows.Count];
        // The index wants its changes in the order of the keys: first everything that goes, then everything that comes.
        var gone = new List<Stored>();
        for (var i = 0; i < outdated.Length; i++)
        {
            var change = batch.Rows[i].Change;
            var stored = Find(change.Id);
            var buried = BuriedAt(change.Id);
            outdated[i] = change.Sequence < Math.Max(stored?.Sequence ?? 0, buried ?? 0);
            if (outdated[i]) continue;
            if (stored is not null)
            {
                gone.Add(stored);
                effect = change.Record is null ? Effect.Removes : effect == Effect.Removes ? effect : Effect.Changes;
            }

            if (change.Record is null) Bury(change, stored is not null || buried is not null || guard, now);
            else if (buried is not null) Exhume(change.Id);
        }

        gone.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        foreach (var stored in gone) Remove(stored);
        _arrived.Clear();
        for (var i = 0; i < outdated.Length; i++)
        {
            if (outdated[i] || batch.Rows[i].Combo is not { } combo) continue;
            Insert(batch, batch.Rows[i], combo);
            _arrived.Add((batch.Rows[i].Key & PublicSchema.ArrivalMask, i));
        }

        _arrived.Sort(static (a, b) => a.Arrival.CompareTo(b.Arrival));
        foreach (var (arrival, i) in _arrived)
        {
            _insertLine.Bind(1, arrival).BindBlob(2, batch.Line(batch.Rows[i])).Run();
            _insertDocument.Bind(1, arrival).BindBlob(2, batch.Body(batch.Rows[i])).Run();
        }

        for (var i = 0; i < outdated.Length && pieces.Any; i++)
        {
            var change = batch.Rows[i].Change;

            // What was brought for a state that came too late goes again; a newer state has brought its own.
            if (!outdated[i]) pieces.Keep(change.Arrival, change.Record);
            else if (change.Record is { Attachments.Count: > 0 } && Find(change.Id) is null) pieces.Keep(change.Arrival, null);
        }

        return effect;
    }

    /// <summary>Removes at most <paramref name="limit"/> rows that ended before a day; how many. Tombstones stay for those who keep a copy.</summary>
    public int Sweep(int before, int limit, long now)
    {
        var keys = new List<long>();
        for (_ended.Bind(1, before).Bind(2, limit); _ended.Step();) keys.Add(_ended.Int64(0));
        keys.Sort(); // as the index likes them
        foreach (var key in keys)
        {
            _body.Bind(1, key);
            if (!_body.Step()) continue;
            var r = new ByteReader(_body.Bytes(0));
            r.Number();
            var id = r.Text();
            var revision = r.Int();
            _body.Reset();
            if (Find(id) is not { } stored) continue;
            Remove(stored);
            if (pieces.Any) pieces.Keep(stored.Key & PublicSchema.ArrivalMask, null);
            _insertTombstone.Bind(1, id).Bind(2, revision).Bind(3, stored.Sequence).Bind(4, now).Run();
        }

        return keys.Count;
    }

    /// <summary>After a rollback: shapes of the transaction are gone again.</summary>
    public void Forget() => _shapes.Clear();

    // Two shapes with one number would put a value under a wrong label; that must never pass in silence.
    private void Keep(FieldShape shape)
    {
        if (!_shapes.Add(shape.Number)) return;
        _insertShape.Bind(1, shape.Number).Bind(2, shape.Field).Bind(3, shape.Group).Bind(4, shape.Label).Run();
        _shape.Bind(1, shape.Number).Step();
        var same = _shape.Text(0) == shape.Field && _shape.Text(1) == shape.Group && _shape.Text(2) == shape.Label;
        _shape.Reset();
        if (!same) throw new CreditKitException("CK1215", $"公示字段“{shape.Label}”的编号与另一字段相同。", "请改动其中一个字段的标签。");
    }

    private Stored? Find(string id)
    {
        if (!_address.Bind(1, id).Step()) return null;
        var stored = new Stored(id, _address.Int64(0), _address.Int64(1), _address.IsNull(2) ? null : _address.Text(2));
        _address.Reset();
        return stored;
    }

    private long? BuriedAt(string id)
    {
        if (!_tombstone.Bind(1, id).Step()) return null;
        var sequence = _tombstone.Int64(0);
        _tombstone.Reset();
        return sequence;
    }

    private void Bury(PublicChange change, bool wasThere, long now)
    {
        if (wasThere || change.Notice is not null)
            _insertTombstone.Bind(1, change.Id).Bind(2, change.Revision).Bind(3, change.Sequence).Bind(4, now).Run();
        if (change.Notice is { } notice)
            _insertNotice.Bind(1, change.Id).Bind(2, notice.DocumentNumber).Bind(3, notice.AuthorityName).Bind(4, notice.WithdrawnAt.ToUnixTimeMilliseconds())
                .Bind(5, notice.Reason).Bind(6, change.NoticeUntil?.DayNumber ?? DisclosureClock.Never).Run();
        else if (wasThere) _removeNotice.Bind(1, change.Id).Run();
    }

    private void Exhume(string id)
    {
        _removeTombstone.Bind(1, id).Run();
        _removeNotice.Bind(1, id).Run();
    }

    private void Remove(Stored stored)
    {
        _item.Bind(1, stored.Key);
        if (_item.Step())
        {
            counts.Add(_item.Int32(0), _item.Int32(1), _item.Int64(2), _item.Int32(3) != (int)Timing.None, -1);
            _item.Reset();
        }

        foreach (var statement in _remove) statement.Bind(1, stored.Key).Run();
        _removeAddress.Bind(1, stored.Id).Run();
        if (stored.Subject is { } code) _removeSubject.Bind(1, code).Bind(2, stored.Key).Run();
    }

    private void Insert(PreparedBatch batch, PreparedBatch.Row row, Combo combo)
    {
        var change = row.Change;
        var id = counts.IdOf(combo);
        _insertItem.Bind(1, row.Key).Bind(2, id).Bind(3, row.Appears).Bind(4, row.Ends).Bind(5, row.Published).Bind(6, change.Sequence).Run();
        var code = change.Record!.CounterpartCode;
        _insertAddress.Bind(1, change.Id).Bind(2, row.Key).Bind(3, change.Revision).Bind(4, change.Sequence).Bind(5, code).Run();
        if (code is not null) _insertSubject.Bind(1, code).Bind(2, row.Key).Run();
        if (!_facets.TryGetValue(combo, out var facets)) _facets[combo] = facets = Encoding.ASCII.GetBytes(FacetTokens.Of(combo));
        _insertWords.Bind(1, row.Key).BindText(2, batch.Singles(row)).BindText(3, batch.Pairs(row)).BindText(4, facets).Run();
        counts.Add(id, row.Ends, row.Published, combo.Timing != Timing.None, +1);
    }

    private sealed record Stored(string Id, long Key, long Sequence, string? Subject);
}
