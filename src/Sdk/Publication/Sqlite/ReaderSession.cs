using System.Buffers;

namespace CreditKit.Publication.Sqlite;

/// <summary>One read-only connection with its prepared questions. One thread at a time.</summary>
internal sealed class ReaderSession : IDisposable
{
    private const string Columns = "SELECT item.key, item.combo, item.ends, item.published";
    private const string InWindow = "item.key > ?1 AND item.key < ?2 AND item.appears <= ?3 AND item.ends > ?4";
    private readonly NativeStatement _begin, _end, _line, _find, _body, _tombstone, _isSubject;
    private NativeStatement? _piece, _item, _countPart;
    private readonly Dictionary<uint, FieldShape> _shapes = [];
    private readonly NativeStatement?[] _walks = new NativeStatement?[8], _counts = new NativeStatement?[2];
    private readonly List<NativeStatement> _newest = [], _oldest = [];

    public ReaderSession(string path, int generation, bool immutable, int cacheKilobytes)
    {
        Generation = generation;
        Connection = NativeConnection.Open(path, readOnly: true, immutable);
        try
        {
            Connection.Execute($"PRAGMA query_only = ON; PRAGMA cache_size = -{cacheKilobytes}; PRAGMA temp_store = MEMORY;");
            IsUsable = Connection.Number("PRAGMA user_version") == PublicSchema.Version && Connection.Number("SELECT value FROM meta WHERE name = 'complete'") == 1
                && Connection.Number("SELECT COUNT(*) FROM sqlite_master WHERE name = 'item_listed'") == 1; // a file that no writer of this version has opened yet
            _begin = Connection.Prepare("BEGIN");
            _end = Connection.Prepare("COMMIT");
            if (!IsUsable)
            {
                _line = _find = _body = _tombstone = _isSubject = _begin;
                return;
            }

            _line = Connection.Prepare($"SELECT row FROM line WHERE arrival = ?1 & {PublicSchema.ArrivalMask}");
            _find = Connection.Prepare($"SELECT d.body FROM address a CROSS JOIN item i ON i.key = a.key CROSS JOIN document d ON d.arrival = a.key & {PublicSchema.ArrivalMask} WHERE a.id = ?1 AND i.appears <= ?2 AND i.ends > ?3");
            _body = Connection.Prepare($"SELECT body FROM document WHERE arrival = ?1 & {PublicSchema.ArrivalMask}");
            _tombstone = Connection.Prepare("SELECT number, authority, at, reason FROM notice WHERE id = ?1 AND ends > ?2");
            _isSubject = Connection.Prepare("SELECT 1 FROM subject WHERE code = ?1 AND key = ?2");
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public NativeConnection Connection { get; }

    /// <summary>Which opening of the file it belongs to.</summary>
    public int Generation { get; }

    /// <summary>Whether it was taken within the number of connections that may be out at once.</summary>
    public bool HasPlace { get; set; }

    /// <summary>The file is a public.db of this version that was caught up at least once.</summary>
    public bool IsUsable { get; }

    /// <summary>Several questions about one state.</summary>
    public void Begin() => _begin.Run();

    public void End() => _end.Run();

    /// <summary>Everything in the window, newest (or oldest) first.</summary>
    public NativeStatement All(Window window) => window.Bind(Walk(0, window.Newest, $"{Columns} FROM item WHERE {InWindow} ORDER BY item.key"));

    /// <summary>One combination, on the walk of a slot: several may be under way at once.</summary>
    public NativeStatement OfCombo(Window window, int combo, int slot)
    {
        var walks = window.Newest ? _newest : _oldest;
        if (slot == walks.Count) walks.Add(Connection.Prepare($"{Columns} FROM item INDEXED BY item_listed WHERE item.combo = ?5 AND {InWindow} ORDER BY item.key{(window.Newest ? " DESC" : "")}"));
        return window.Bind(walks[slot]).Bind(5, combo);
    }

    /// <summary>Ends the walks of the slots below a number.</summary>
    public void EndCombos(Window window, int slots)
    {
        var walks = window.Newest ? _newest : _oldest;
        for (var slot = Math.Min(slots, walks.Count) - 1; slot >= 0; slot--) walks[slot].Reset();
    }

    /// <summary>One counterpart.</summary>
    public NativeStatement OfSubject(Window window, string code) =>
        window.Bind(Walk(1, window.Newest, $"{Columns} FROM subject s CROSS JOIN item ON item.key = s.key WHERE s.code = ?5 AND s.key > ?1 AND s.key < ?2 AND {InWindow} ORDER BY s.key")).Bind(5, code);

    /// <summary>Hits of a search.</summary>
    public NativeStatement OfWords(Window window, byte[] match) =>
        window.Bind(Walk(2, window.Newest, $"{Columns} FROM words CROSS JOIN item ON item.key = words.rowid WHERE words MATCH ?5 AND words.rowid > ?1 AND words.rowid < ?2 AND {InWindow} ORDER BY words.rowid")).BindText(5, match);

    /// <summary>The keys of all records with a part of a word, hidden ones too.</summary>
    public NativeStatement OfPart(Window window, byte[] match) =>
        Walk(3, window.Newest, "SELECT rowid FROM words WHERE words MATCH ?3 AND rowid > ?1 AND rowid < ?2 ORDER BY rowid").Bind(1, window.Above).Bind(2, window.Below).BindText(3, match);

    /// <summary>How many records have a part of a word, hidden ones too, counted up to a limit.</summary>
    public int CountPart(byte[] match, int limit)
    {
        _countPart ??= Connection.Prepare("SELECT COUNT(*) FROM (SELECT 1 FROM words WHERE words MATCH ?1 LIMIT ?2)");
        _countPart.BindText(1, match).Bind(2, limit).Step();
        var number = _countPart.Int32(0);
        _countPart.Reset();
        return number;
    }

    /// <summary>What the narrow table says of a record that is visible; null where it is not.</summary>
    public Hit? Item(Window window, long key)
    {
        _item ??= Connection.Prepare("SELECT key, combo, ends, published FROM item WHERE key = ?1 AND appears <= ?2 AND ends > ?3");
        if (!_item.Bind(1, key).Bind(2, window.Now).Bind(3, window.Today).Step()) return null;
        var hit = Hit.Read(_item);
        _item.Reset();
        return hit;
    }

    /// <summary>Number of hits of a search, counted up to a limit inside SQLite; without the visit to each row where none can be hidden.</summary>
    public long CountWords(Window window, byte[] match, bool nothingHidden, int limit)
    {
        const string among = "words MATCH ?5 AND words.rowid > ?1 AND words.rowid < ?2";
        ref var count = ref _counts[nothingHidden ? 0 : 1];
        count ??= Connection.Prepare(nothingHidden
            ? $"SELECT COUNT(*) FROM (SELECT 1 FROM words WHERE {among} LIMIT ?6)"
            : $"SELECT COUNT(*) FROM (SELECT 1 FROM words CROSS JOIN item ON item.key = words.rowid WHERE {among} AND item.appears <= ?3 AND item.ends > ?4 LIMIT ?6)");
        window.Bind(count).BindText(5, match).Bind(6, limit).Step();
        var number = count.Int64(0);
        count.Reset();
        return number;
    }

    public bool IsSubject(string code, long key)
    {
        var found = _isSubject.Bind(1, code).Bind(2, key).Step();
        _isSubject.Reset();
        return found;
    }

    /// <summary>What a list shows of a hit; null when it has just gone.</summary>
    public PublicRow? Line(Hit hit, Combo combo)
    {
        if (!_line.Bind(1, hit.Key).Step()) return null;
        var row = RecordCodec.ReadLine(_line.Bytes(0), hit.Key, hit.Ends, hit.Published, combo);
        _line.Reset();
        return row;
    }

    /// <summary>Copies what a list shows of a hit, as it is stored; false when it has just gone.</summary>
    public bool CopyLine(long key, ArrayBufferWriter<byte> target)
    {
        if (!_line.Bind(1, key).Step()) return false;
        target.Write(_line.Bytes(0));
        _line.Reset();
        return true;
    }

    /// <summary>The visible record at an address.</summary>
    public Desensitization.PublicRecord? Find(string id, long now, int today)
    {
        if (!_find.Bind(1, id).Bind(2, now).Bind(3, today).Step()) return null;
        var record = Decode(_find.Bytes(0));
        _find.Reset();
        return record;
    }

    /// <summary>A piece of a page of an attachment at an address that is visible.</summary>
    public byte[]? Piece(string id, string attachment, int page, int part, long now, int today)
    {
        // Asked seldom, and a snapshot of an older version has no such table.
        _piece ??= Connection.Prepare($"""
            SELECT p.content FROM address a CROSS JOIN item i ON i.key = a.key CROSS JOIN piece p ON p.arrival = a.key & {PublicSchema.ArrivalMask}
            WHERE a.id = ?1 AND i.appears <= ?2 AND i.ends > ?3 AND p.attachment = ?4 AND p.page = ?5 AND p.part = ?6
            """);
        if (!_piece.Bind(1, id).Bind(2, now).Bind(3, today).Bind(4, attachment).Bind(5, page).Bind(6, part).Step()) return null;
        var content = _piece.Bytes(0).ToArray();
        _piece.Reset();
        return content;
    }

    /// <summary>The whole record of a hit.</summary>
    public Desensitization.PublicRecord? Body(long key)
    {
        if (!_body.Bind(1, key).Step()) return null;
        var record = Decode(_body.Bytes(0));
        _body.Reset();
        return record;
    }

    /// <summary>Writes what of a hit can be searched; false when it has just gone.</summary>
    public bool Text(long key, ArrayBufferWriter<char> target)
    {
        if (!_body.Bind(1, key).Step()) return false;
        if (!RecordText.Write(_body.Bytes(0), _shapes, target))
        {
            ReadShapes();
            target.ResetWrittenCount();
            RecordText.Write(_body.Bytes(0), _shapes, target);
        }

        _body.Reset();
        return true;
    }

    /// <summary>The notice that stands at an address.</summary>
    public WithdrawalNotice? Notice(string id, int today)
    {
        if (!_tombstone.Bind(1, id).Bind(2, today).Step()) return null;
        var notice = new WithdrawalNotice(id, _tombstone.Text(0), _tombstone.Text(1), DateTimeOffset.FromUnixTimeMilliseconds(_tombstone.Int64(2)), _tombstone.Text(3));
        _tombstone.Reset();
        return notice;
    }

    public void Dispose() => Connection.Dispose();

    private Desensitization.PublicRecord Decode(ReadOnlySpan<byte> body)
    {
        if (RecordCodec.ReadBody(body, _shapes) is { } record) return record;
        ReadShapes();
        return RecordCodec.ReadBody(body, _shapes) ?? throw new InvalidDataException("public.db: a field without its shape; rebuild it");
    }

    private void ReadShapes()
    {
        using var all = Connection.PrepareOnce("SELECT id, field, grp, label FROM shape");
        while (all.Step()) _shapes[(uint)all.Int64(0)] = new FieldShape(all.Text(1), all.Text(2), all.Text(3));
    }

    private NativeStatement Walk(int slot, bool newest, string sql) =>
        _walks[slot * 2 + (newest ? 0 : 1)] ??= Connection.Prepare(newest ? sql + " DESC" : sql);
}
