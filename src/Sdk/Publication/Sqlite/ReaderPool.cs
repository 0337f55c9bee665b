using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CreditKit.Publication.Sqlite;

/// <summary>Read-only connections to public.db, opened when the file is there and opened anew when another takes its place.</summary>
/// <param name="path">The file.</param>
/// <param name="snapshot">The file is a snapshot from another machine: never written, only replaced as a whole.</param>
internal sealed class ReaderPool(string path, bool snapshot = false) : IDisposable
{
    // A question keeps a processor busy and waits for nobody, so more connections than these at once only take turns: who asks
    // then waits for one that knows the file already. What they remember of it is bounded together.
    private const int CacheKilobytes = 64 * 1024;
    private static readonly int s_most = Math.Clamp(Environment.ProcessorCount + 1, 3, 16);
    private const int StillThere = 1_000; // milliseconds after which a deleted file is noticed
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(2);
    private readonly ConcurrentBag<ReaderSession> _idle = [];
    private readonly SemaphoreSlim _places = new(s_most, s_most);
    private readonly Lock _gate = new();
    private ChangeSignal? _signal;
    private long _birth;
    private int _generation;
    private long _looked;
    private volatile bool _ready;

    /// <summary>Whether there is a usable public.db.</summary>
    public bool IsReady
    {
        get
        {
            if (_ready && (snapshot || _signal!.Birth == _birth) && Environment.TickCount64 - Volatile.Read(ref _looked) < StillThere) return true;
            return Look();
        }
    }

    /// <summary>The signal beside the file; 0 when there is none.</summary>
    public long Version => !IsReady ? 0 : snapshot ? Volatile.Read(ref _birth) : _signal!.Version;

    /// <summary>Takes a connection; give it back. One beyond the number of places is opened only where nobody gives one back for long.</summary>
    public ReaderSession Rent()
    {
        if (!IsReady) throw new CreditKitException("CK1216", $"公示库不存在或尚未建好：{path}。", "请先导入记录，或运行 creditkit rebuild。");
        var placed = _places.Wait(s_longestWait);
        try
        {
            var session = Idle() ?? Open();
            session.HasPlace = placed;
            return session;
        }
        catch
        {
            if (placed) _places.Release();
            throw;
        }
    }

    /// <summary>Whether a connection is on the file that <see cref="Version"/> is about.</summary>
    public bool IsOf(ReaderSession session) => session.Generation == Volatile.Read(ref _generation);

    /// <summary>Gives a connection back.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="sound">Its question was answered: one that stopped in the middle keeps the state it stood in, and what is withdrawn later would stay there.</param>
    public void Return(ReaderSession session, bool sound = true)
    {
        var placed = session.HasPlace;
        if (sound && session.Generation == _generation && placed) _idle.Add(session);
        else session.Dispose();
        if (placed) _places.Release();
    }

    // The file may have been replaced, or be in the making, since it was looked at.
    private ReaderSession Open()
    {
        for (var tries = 0; tries < 3; tries++)
        {
            if (!IsReady) break;
            var session = new ReaderSession(path, Volatile.Read(ref _generation), snapshot, CacheKilobytes / s_most);
            if (session.IsUsable && IsOf(session) && (!snapshot || Stamp() == Volatile.Read(ref _birth))) return session;
            session.Dispose();
            Volatile.Write(ref _looked, 0);
        }

        throw new CreditKitException("CK1216", $"公示库不存在或尚未建好：{path}。", "请先导入记录，或运行 creditkit rebuild。");
    }

    private ReaderSession? Idle()
    {
        while (_idle.TryTake(out var session))
        {
            if (session.Generation == _generation) return session;
            session.Dispose();
        }

        return null;
    }

    private bool Look()
    {
        lock (_gate)
        {
            var now = Environment.TickCount64;
            if (_ready && (snapshot ? Stamp() == _birth : _signal!.Birth == _birth && File.Exists(path)))
            {
                Volatile.Write(ref _looked, now);
                return true;
            }

            if (!_ready && _looked != 0 && now - _looked < s_lookEvery.TotalMilliseconds) return false;
            _looked = now;
            _ready = false;
            _generation++;
            if (!File.Exists(path)) return false;
            // The old mapping is not unmapped: another thread may be reading it. It is 64 bytes.
            // And never taken away: whoever saw that the pool was ready a moment ago asks it.
            var signal = snapshot ? null : ChangeSignal.OpenForReading(path);
            if (signal is null && !snapshot) return false;
            _signal = signal;
            Volatile.Write(ref _birth, snapshot ? Stamp() : _signal!.Birth);
            try
            {
                var session = new ReaderSession(path, _generation, snapshot, CacheKilobytes / s_most);
                if (session.IsUsable) _idle.Add(session);
                else session.Dispose();
                return _ready = session.IsUsable;
            }
            catch (SqliteException)
            {
                // Being made this moment, or not a database: not ready; the next look tells.
                return false;
            }
        }
    }

    // Even, as the version of a file that nobody writes; another file in its place has another.
    private long Stamp() => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc.Ticks ^ (file.Length << 20)) & long.MaxValue & ~1L : 0;

    public void Dispose()
    {
        lock (_gate)
        {
            _ready = false;
            _generation++;
            while (_idle.TryTake(out var session)) session.Dispose();
        }
    }
}
