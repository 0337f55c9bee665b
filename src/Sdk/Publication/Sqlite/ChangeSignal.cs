using System.IO.MemoryMappedFiles;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// A number beside public.db, shared by every process through mapped memory: even while nothing is being committed, odd
/// while it is. Reading it costs nothing, so every answer can be keyed by it. A second number says which file it is
/// about, so that readers notice a public.db that was deleted and made anew.
/// </summary>
internal sealed unsafe class ChangeSignal : IDisposable
{
    private const int Size = 64;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly long* _numbers;

    private ChangeSignal(string path, bool write)
    {
        using var stream = new FileStream(path, write ? FileMode.OpenOrCreate : FileMode.Open, write ? FileAccess.ReadWrite : FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (write && stream.Length < Size) stream.SetLength(Size);
        var access = write ? MemoryMappedFileAccess.ReadWrite : MemoryMappedFileAccess.Read;
        _file = MemoryMappedFile.CreateFromFile(stream, null, Size, access, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, Size, access);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _numbers = (long*)start;
    }

    /// <summary>The file beside a public.db.</summary>
    public static string PathOf(string database) => database + "-signal";

    public static ChangeSignal OpenForWriting(string database) => new(PathOf(database), write: true);

    /// <summary>The signal of a public.db; null when there is none yet.</summary>
    public static ChangeSignal? OpenForReading(string database)
    {
        try
        {
            return new FileInfo(PathOf(database)) is { Exists: true, Length: >= Size } ? new ChangeSignal(PathOf(database), write: false) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// Even: stable. Odd: a commit that changes or takes something away is under way, or its writer died in it. While one that
    /// only adds is under way the former number stands: an answer that already has an addition is no worse for it.
    /// </summary>
    public long Version
    {
        get
        {
            while (true)
            {
                var version = Number;
                if (version % 2 == 0) return version;
                var adds = Volatile.Read(ref _numbers[2]) != 0;
                if (Number == version) return adds ? version - 1 : version;
            }
        }
    }

    /// <summary>Which file the version is about.</summary>
    public long Birth => Volatile.Read(ref _numbers[1]);

    /// <summary>Whether a commit is under way, of whatever kind, or its writer died in it.</summary>
    public bool IsOpen => Number % 2 != 0;

    private long Number => Volatile.Read(ref _numbers[0]);

    /// <summary>Before a commit. Only the holder of the database's write lock calls it.</summary>
    /// <param name="adds">It only adds: nothing that is shown changes or goes.</param>
    public void Begin(bool adds = false)
    {
        // Where another writer died in a commit of the other kind, readers must not be led back to the number before it.
        Volatile.Write(ref _numbers[2], adds && !IsOpen ? 1 : 0);
        Volatile.Write(ref _numbers[0], Number | 1);
    }

    /// <summary>After a commit or its failure: a new even number.</summary>
    public void End()
    {
        Volatile.Write(ref _numbers[0], (Number | 1) + 1);
        Volatile.Write(ref _numbers[2], 0);
    }

    /// <summary>A new file stands in the place of an older one.</summary>
    public void Born()
    {
        Volatile.Write(ref _numbers[1], Random.Shared.NextInt64(1, long.MaxValue));
        End();
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
