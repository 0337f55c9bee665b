using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>
/// The file ledger.db with its keys: one writing connection behind a gate (BEGIN IMMEDIATE, WAL, synchronous FULL), and
/// pooled reading connections. The tables of the ledger are classes of their own beside this one.
/// </summary>
internal sealed class LedgerDatabase : IDisposable
{
    private const int LargestGroup = 64;
    private static readonly TimeSpan s_joining = TimeSpan.FromMilliseconds(20);
    private readonly string _readString;
    private readonly SqliteConnection _writer;
    private readonly Lock _gate = new();
    private readonly Lock _waiting = new();
    private readonly Queue<WriteJob> _jobs = new();
    private bool _led;
    private SenderMark? _sender;

    /// <summary>Opens or makes the ledger in a folder; brings an older schema forward.</summary>
    /// <param name="path">The file ledger.db.</param>
    /// <param name="keyFile">The key file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="protector">A module that keeps the keys in place of the key file; null: none.</param>
    public LedgerDatabase(string path, string keyFile, TimeProvider time, IFieldProtector? protector = null)
    {
        Time = time;
        if (path.StartsWith(@"\\", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal))
            throw new CreditKitException("CK1201", $"台账不能放在网络共享目录：{path}。", "SQLite 的锁在网络共享上不可靠，请改用本机磁盘上的目录，例如 App_Data/shuanggongshi。");

        Path = path;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            using var born = AcquireBirthLock(path);
            Cipher = new RecordCipher(protector ?? new AesFieldProtector(KeyRing.Open(keyFile, newLedger: !File.Exists(path))));
            StoreFile.Make(path, StoreFile.Private);
            var builder = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 };
            _writer = new SqliteConnection(builder.ToString());
            _writer.Open();
            Execute(_writer, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16000;");
            Migrate();
            _readString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, Mode = SqliteOpenMode.ReadWrite }.ToString();
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            _writer?.Dispose();
            throw new CreditKitException("CK1202", $"台账无法打开：{path}。", "请检查目录是否存在、运行账号是否有读写权限、磁盘是否已满，以及文件是否确为台账。", e);
        }
        catch
        {
            _writer?.Dispose();
            throw;
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Encryption and keyed hashes.</summary>
    public RecordCipher Cipher { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Now, in Unix milliseconds.</summary>
    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The sign of life of this process as a sender; made when it is first needed, gone when the ledger is closed.</summary>
    public SenderMark Sender
    {
        get
        {
            lock (_waiting) return _sender ??= SenderMark.Take(Path);
        }
    }

    /// <summary>
    /// Runs one durable transaction. Everything in it happens or nothing does. Callers that wait at the same time are
    /// written by one commit: the disk is asked once for all of them, and one that fails takes no other with it.
    /// </summary>
    public T Write<T>(Func<SqliteConnection, SqliteTransaction, T> work)
    {
        var job = new WriteJob<T>(work);
        bool follows;
        lock (_waiting)
        {
            _jobs.Enqueue(job);
            (follows, _led) = (_led, true);
        }

        if (!follows || job.Waits()) Lead(job);
        return job.Result();
    }

    // One caller writes at a time, for everybody who waits; each of the others sleeps until its own writing is done.
    private void Lead(WriteJob job)
    {
        try
        {
            lock (_gate)
            {
                while (!job.Done) Commit();
            }
        }
        finally
        {
            lock (_waiting)
            {
                _led = _jobs.TryPeek(out var next);
                next?.Lead();
            }
        }
    }

    /// <summary>Runs a question on a reading connection of its own.</summary>
    public T Read<T>(Func<SqliteConnection, T> work)
    {
        using var connection = OpenReader();
        return work(connection);
    }

    /// <summary>A reading connection; the caller disposes it.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(_readString);
        connection.Open();
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate) _writer.Dispose();
        lock (_waiting) _sender?.Dispose();
        using var pool = new SqliteConnection(_readString);
        SqliteConnection.ClearPool(pool);
    }

    /// <summary>Brings the log into the file and empties it: what was overwritten or erased is gone from both.</summary>
    public void Checkpoint()
    {
        lock (_gate) Execute(_writer, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Runs statements without a result.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // The first of a group needs no savepoint: when it fails, there is nothing else to keep. Only quick work is joined, so
    // that whoever comes next does not wait for a long transaction.
    private void Commit()
    {
        var group = new List<WriteJob>();
        if (!Next(group)) return;
        try
        {
            using var transaction = _writer.BeginTransaction(deferred: false);
            var started = Stopwatch.GetTimestamp();
            group[0].Run(_writer, transaction, alone: true);
            while (group.Count < LargestGroup && Stopwatch.GetElapsedTime(started) < s_joining && Next(group)) group[^1].Run(_writer, transaction, alone: false);
            transaction.Commit();
        }
        catch (Exception e) when (Failed(group, e))
        {
            // Each caller gets it from its own job.
        }

        foreach (var job in group) job.Finish();
    }

    private bool Next(List<WriteJob> group)
    {
        lock (_waiting)
        {
            if (!_jobs.TryDequeue(out var job)) return false;
            group.Add(job);
            return true;
        }
    }

    private static bool Failed(List<WriteJob> group, Exception exception)
    {
        foreach (var job in group) job.Fail(exception);
        return true;
    }

    // Two processes that start together must not both make keys for one new ledger.
    private static FileStream AcquireBirthLock(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Sleep(50);
            }
        }
    }

    private void Migrate()
    {
        using var transaction = _writer.BeginTransaction(deferred: false);
        using var command = _writer.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (version > LedgerSchema.Migrations.Length)
            throw new CreditKitException("CK1203", $"台账的版本（{version}）比本程序认识的（{LedgerSchema.Migrations.Length}）新。", "请升级 CreditKit；不要用旧版本打开新台账。");
        for (; version < LedgerSchema.Migrations.Length; version++)
            Execute(_writer, LedgerSchema.Migrations[version] + $"\nPRAGMA user_version = {version + 1};");
        LedgerProtection.Attach(_writer, transaction, Cipher);
        transaction.Commit();
    }
}
