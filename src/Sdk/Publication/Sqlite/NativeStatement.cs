using System.Text;
using SQLitePCL;

namespace CreditKit.Publication.Sqlite;

/// <summary>A prepared statement: bind by position from 1, step, read by position from 0. Bound values are copied by SQLite.</summary>
internal sealed class NativeStatement(NativeConnection connection, sqlite3_stmt handle) : IDisposable
{
    public sqlite3_stmt Handle => handle;

    public NativeStatement Bind(int index, long value)
    {
        connection.Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public NativeStatement Bind(int index, string? value)
    {
        connection.Check(value is null ? raw.sqlite3_bind_null(handle, index) : raw.sqlite3_bind_text(handle, index, value));
        return this;
    }

    /// <summary>Binds UTF-8 text.</summary>
    public NativeStatement BindText(int index, ReadOnlySpan<byte> utf8)
    {
        connection.Check(raw.sqlite3_bind_text(handle, index, utf8));
        return this;
    }

    public NativeStatement BindBlob(int index, ReadOnlySpan<byte> value)
    {
        connection.Check(raw.sqlite3_bind_blob(handle, index, value));
        return this;
    }

    /// <summary>The next row; false at the end, where the statement resets itself.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE)
        {
            // The error of a step is told again by the reset; it must be read before.
            try { connection.Check(code); }
            finally { Reset(); }
        }

        Reset();
        return false;
    }

    /// <summary>Runs to the end.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    public void Reset() => _ = raw.sqlite3_reset(handle);

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int32(int column) => raw.sqlite3_column_int(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>Blob or UTF-8 text, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();
}
