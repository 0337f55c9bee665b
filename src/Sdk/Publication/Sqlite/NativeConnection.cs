using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// A connection without the layers of ADO.NET: the column asks tens of thousands of questions a second and a projection
/// writes millions of rows, and values go as spans instead of boxed objects. One thread at a time.
/// </summary>
internal sealed class NativeConnection : IDisposable
{
    private const int BusyMilliseconds = 30_000;
    private readonly List<NativeStatement> _statements = [];

    static NativeConnection() => Batteries_V2.Init();

    private NativeConnection(sqlite3 handle) => Handle = handle;

    public sqlite3 Handle { get; }

    /// <summary>Opens a file for writing, or for reading only; an immutable one is never locked and has no log.</summary>
    public static NativeConnection Open(string path, bool readOnly, bool immutable = false)
    {
        const int create = 0x4, uri = 0x40;
        var flags = (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | create) | raw.SQLITE_OPEN_NOMUTEX | (immutable ? uri : 0);
        var code = raw.sqlite3_open_v2(immutable ? new Uri(System.IO.Path.GetFullPath(path)).AbsoluteUri + "?immutable=1" : path, out var handle, flags, null!);
        if (code != raw.SQLITE_OK)
        {
            var message = handle is null ? "" : raw.sqlite3_errmsg(handle).utf8_to_string();
            handle?.Dispose();
            throw new SqliteException($"SQLite {code}: {message}", code);
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new NativeConnection(handle);
    }

    /// <summary>Prepares a statement that lives as long as the connection.</summary>
    public NativeStatement Prepare(string sql)
    {
        const uint persistent = 0x1;
        Check(raw.sqlite3_prepare_v3(Handle, sql, persistent, out var handle));
        var statement = new NativeStatement(this, handle);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Runs statements without a result.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(Handle, sql));

    /// <summary>The first column of the first row as a number; 0 when there is none.</summary>
    public long Number(string sql)
    {
        using var statement = PrepareOnce(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>Prepares a statement that the caller disposes.</summary>
    public NativeStatement PrepareOnce(string sql)
    {
        Check(raw.sqlite3_prepare_v2(Handle, sql, out var handle));
        return new NativeStatement(this, handle);
    }

    /// <summary>Ends a transaction without effect; statements that stopped in the middle would keep their cursors and block it.</summary>
    public void Rollback()
    {
        foreach (var statement in _statements) statement.Reset();
        _ = raw.sqlite3_exec(Handle, "ROLLBACK");
    }

    internal void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)) throw new SqliteException($"SQLite {code}: {raw.sqlite3_errmsg(Handle).utf8_to_string()}", code & 0xFF, code);
    }

    public void Dispose()
    {
        foreach (var statement in _statements) statement.Dispose();
        _statements.Clear();
        Handle.Dispose();
    }
}
