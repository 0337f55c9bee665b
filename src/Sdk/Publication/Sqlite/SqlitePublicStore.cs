using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreditKit.Publication.Sqlite;

/// <summary>public.db on SQLite: the writing side.</summary>
internal sealed class SqlitePublicStore : IPublicStore
{
    private static readonly TimeSpan s_signalEvery = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly bool _scratch;
    private NativeConnection _connection;
    private ChangeSignal? _signal;
    private KeptCounts _counts = null!;
    private ItemTable _items = null!;
    private PieceTable _pieces = null!;
    private NativeStatement _setPosition = null!;
    private WalKeeper? _log;
    private long _signalled;
    private bool _owed;
    private int _urgent;

    /// <summary>Opens or makes public.db.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="scratch">A file that is built to be copied and thrown away: no journal, no readers.</param>
    public SqlitePublicStore(string path, TimeProvider time, bool scratch = false)
    {
        (_path, _time, _scratch) = (path, time, scratch);
        if (path.StartsWith(@"\\", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal))
            throw new CreditKitException("CK1211", $"公示库不能放在网络共享目录：{path}。", "SQLite 的锁在网络共享上不可靠，请改用本机磁盘上的目录。");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            Ledger.StoreFile.Make(path, Ledger.StoreFile.Shared);
            if (!scratch) Ledger.StoreFile.Make(ChangeSignal.PathOf(path), Ledger.StoreFile.Shared);
            if (!scratch) _signal = ChangeSignal.OpenForWriting(path);
            _connection = Open();
        }
        catch (Exception e) when (e is SqliteException or UnauthorizedAccessException or (IOException and not FileNotFoundException))
        {
            _signal?.Dispose();
            throw new CreditKitException("CK1212", $"公示库无法打开或写入：{path}。", "请检查目录是否存在、运行账号是否有读写权限、磁盘是否已满；公示库可以删除后用 creditkit rebuild 从台账重建。", e);
        }
    }

    /// <inheritdoc/>
    public long Position => Meta("position");

    /// <inheritdoc/>
    public bool IsComplete => Meta("complete") != 0;

    /// <inheritdoc/>
    public string Fingerprint
    {
        get
        {
            lock (_gate)
            {
                using var statement = _connection.PrepareOnce("SELECT value FROM meta WHERE name = 'fingerprint'");
                return statement.Step() ? statement.Text(0) : "";
            }
        }
    }

    /// <inheritdoc/>
    public string? DocumentMark(string name)
    {
        lock (_gate)
        {
            using var statement = _connection.PrepareOnce("SELECT value FROM meta WHERE name = ?1");
            statement.Bind(1, "mark:" + name);
            return statement.Step() ? statement.Text(0) : null;
        }
    }

    /// <inheritdoc/>
    public void PutDocument(string name, string mark, string content)
    {
        lock (_gate)
            Commit(() =>
            {
                using var statement = _connection.PrepareOnce("INSERT INTO meta VALUES (?1, ?2), (?3, ?4) ON CONFLICT DO UPDATE SET value = excluded.value");
                statement.Bind(1, "mark:" + name).Bind(2, mark).Bind(3, "document:" + name).Bind(4, content).Run();
                return Effect.Removes;
            });
    }

    /// <inheritdoc/>
    public PreparedBatch Prepare(IReadOnlyList<PublicChange> changes, PreparedBatch? again = null) => (again ?? new PreparedBatch()).Fill(changes);

    /// <inheritdoc/>
    public void Stage(PublicChange change, Func<string, int, int, byte[]?> piece)
    {
        if (change.Record is not { Attachments.Count: > 0 } record) return;
        foreach (var attachment in record.Attachments)
            for (var page = 0; page < attachment.Pages.Count; page++)
                for (var part = 0; part < attachment.Pages[page].Pieces; part++)
                {
                    lock (_gate)
                        if (_pieces.Has(change.Arrival, attachment.Id, page + 1, part)) continue;
                    if (piece(attachment.Id, page + 1, part) is not { } content) continue;

                    // A transaction each: whatever is urgent goes between them.
                    while (Volatile.Read(ref _urgent) > 0) Thread.Yield();
                    lock (_gate)
                        Commit(() =>
                        {
                            _pieces.Add(change.Arrival, attachment.Id, page + 1, part, content);
                            return Effect.None;
                        });
                }
    }

    /// <inheritdoc/>
    public bool Apply(PreparedBatch batch, long from, long to)
    {
        // A waiting withdrawal goes first.
        while (Volatile.Read(ref _urgent) > 0) Thread.Yield();
        lock (_gate)
        {
            var applied = false;
            Commit(() =>
            {
                if (_connection.Number("SELECT value FROM meta WHERE name = 'position'") != from) return Effect.None;
                var effect = Write(batch, guard: false);
                _setPosition.Bind(1, to).Run();
                applied = true;
                return effect;
            });
            return applied;
        }
    }

    /// <inheritdoc/>
    public void ApplyNow(PublicChange change)
    {
        var batch = Prepare([change]);
        Interlocked.Increment(ref _urgent);
        try
        {
            lock (_gate)
                Commit(() =>
                {
                    Write(batch, guard: true);
                    return Effect.Removes;
                });
        }
        catch (SqliteException e)
        {
            throw new CreditKitException("CK1213", $"公示库无法写入，记录 {change.Id} 尚未从公示库更新。", "台账已记下这次变更；请检查磁盘空间和权限，恢复后公示库会自动补上。", e);
        }
        finally
        {
            Interlocked.Decrement(ref _urgent);
        }
    }

    /// <inheritdoc/>
    public void Complete(string fingerprint, bool ended = true)
    {
        lock (_gate)
        {
            if (!IsComplete || Fingerprint != fingerprint)
            {
                Commit(() =>
                {
                    using var statement = _connection.PrepareOnce("INSERT INTO meta VALUES ('fingerprint', ?1), ('complete', 1) ON CONFLICT DO UPDATE SET value = excluded.value");
                    statement.Bind(1, fingerprint).Run();
                    return Effect.Removes;
                });
            }
            else if (_owed && (ended || IsTime))
            {
                Signal();
            }
        }
    }

    /// <inheritdoc/>
    public int Sweep(DateOnly before, int limit)
    {
        lock (_gate)
        {
            var swept = 0;
            Commit(() =>
            {
                _counts.Begin(Today);
                swept = _items.Sweep(before.DayNumber, limit, _time.GetUtcNow().ToUnixTimeMilliseconds());
                _counts.Write();
                return Effect.None;
            });
            return swept;
        }
    }

    /// <inheritdoc/>
    public bool Tidy(int pages)
    {
        lock (_gate)
        {
            var before = raw.sqlite3_total_changes(_connection.Handle);
            Commit(() =>
            {
                using var merge = _connection.PrepareOnce("INSERT INTO words (words, rank) VALUES ('merge', ?1)");
                merge.Bind(1, pages).Run();
                return Effect.None;
            });

            // The full-text index tells in the count of changes whether there was anything to merge.
            return raw.sqlite3_total_changes(_connection.Handle) - before >= 2;
        }
    }

    /// <inheritdoc/>
    public IPublicStore Beside()
    {
        var path = _path + ".rebuild";
        File.Delete(path);
        return new SqlitePublicStore(path, _time, scratch: true);
    }

    /// <inheritdoc/>
    /// <remarks>By SQLite's backup: a file renamed over an open database would leave readers on a file without a name.</remarks>
    public void Take(IPublicStore beside)
    {
        var source = (SqlitePublicStore)beside;
        lock (_gate)
        {
            _signal?.Begin();
            try
            {
                using var backup = raw.sqlite3_backup_init(_connection.Handle, "main", source._connection.Handle, "main");
                if (backup is null || backup.IsInvalid) throw new SqliteException(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), 1);
                int code;
                while ((code = raw.sqlite3_backup_step(backup, -1)) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) Thread.Sleep(10);
                _ = raw.sqlite3_backup_finish(backup);
                _log?.Finish();
                if (code != raw.SQLITE_DONE) throw new SqliteException($"SQLite {code}: backup", code);
                _connection.Dispose();
                _connection = Open();
            }
            finally
            {
                _signal?.End();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _log?.Finish();
            _connection.Dispose();
            _signal?.Dispose();
            _signal = null;
            if (_scratch) File.Delete(_path);
        }
    }

    private int Today => DisclosureClock.DayOf(_time.GetUtcNow().ToUnixTimeMilliseconds());

    private bool IsTime => Environment.TickCount64 - _signalled >= s_signalEvery.TotalMilliseconds;

    private Effect Write(PreparedBatch batch, bool guard)
    {
        _counts.Begin(Today);
        var effect = _items.Apply(batch, guard, _time.GetUtcNow().ToUnixTimeMilliseconds());
        _counts.Write();
        return effect;
    }

    // A commit that takes something away, or the first in a second, is told to readers at once: odd before, even after.
    private void Commit(Func<Effect> work)
    {
        var told = false;
        try
        {
            _connection.Execute("BEGIN IMMEDIATE");
            var effect = work();
            if (effect == Effect.Removes || (effect != Effect.None && IsTime))
            {
                told = true;
                _signal?.Begin(adds: effect == Effect.Adds);
            }

            _connection.Execute("COMMIT");
            _owed |= effect != Effect.None;
        }
        catch
        {
            _connection.Rollback();
            _counts.Forget();
            _items.Forget();
            throw;
        }
        finally
        {
            if (told) Signal();
        }

        // After the signal: copying the log may take long, and while the number is odd nobody's answer is kept.
        _log?.Committed();
    }

    private void Signal()
    {
        _signal?.End();
        _signalled = Environment.TickCount64;
        _owed = false;
    }

    private long Meta(string name)
    {
        lock (_gate) return _connection.Number($"SELECT value FROM meta WHERE name = '{name}'");
    }

    private NativeConnection Open()
    {
        var connection = NativeConnection.Open(_path, readOnly: false);
        try
        {
            connection.Execute($"PRAGMA page_size = 8192; PRAGMA journal_mode = {(_scratch ? "OFF" : "WAL")}; PRAGMA synchronous = {(_scratch ? "OFF" : "NORMAL")}; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = MEMORY;");
            connection.Execute("BEGIN IMMEDIATE");
            var version = connection.Number("PRAGMA user_version");
            if (version == 0)
            {
                connection.Execute($"{PublicSchema.Tables}\n{PublicSchema.IndexTuning}\nINSERT INTO meta VALUES ('position', 0), ('identity', {Random.Shared.NextInt64(1, long.MaxValue)}); PRAGMA user_version = {PublicSchema.Version};");
            }
            else if (version != PublicSchema.Version)
            {
                throw new CreditKitException("CK1214", $"公示库 {_path} 由另一版本的程序建立（{version}，本程序为 {PublicSchema.Version}）。", "请停止站点，删除 public.db，再运行 creditkit rebuild。");
            }

            connection.Execute(PublicSchema.LaterParts);
            connection.Execute("COMMIT");
            if (version == 0) _signal?.Born();
            else if (_signal is { } signal && (signal.Birth == 0 || signal.IsOpen)) signal.Born(); // a writer died in a commit, or the signal was deleted
            _log = _scratch ? null : new WalKeeper(_path, connection);
            _counts = new KeptCounts(connection);
            _pieces = new PieceTable(connection);
            _items = new ItemTable(connection, _counts, _pieces);
            _setPosition = connection.Prepare("UPDATE meta SET value = ?1 WHERE name = 'position'");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
