using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ProvincialPortal.Store;

/// <summary>A statement that stays prepared on the portal's writing connection; parameters are @p0, @p1 …. Not for two threads at once.</summary>
internal sealed class PortalStatement : IDisposable
{
    private const uint Persistent = 0x1;
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _handle;
    private readonly int[] _places;

    public PortalStatement(SqliteConnection connection, string sql, int parameters)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v3(connection.Handle, sql, Persistent, out _handle));
        _places = [.. Enumerable.Range(0, parameters).Select(i => raw.sqlite3_bind_parameter_index(_handle, string.Create(CultureInfo.InvariantCulture, $"@p{i}")))];

        // An open statement would keep the file open behind a closed connection.
        connection.Disposed += (_, _) => Dispose();
    }

    public PortalStatement With(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) Check(Bind(_places[i], values[i]));
        return this;
    }

    public int ExecuteNonQuery()
    {
        using var rows = ExecuteReader();
        while (rows.Read())
        {
        }

        return raw.sqlite3_changes(_connection.Handle);
    }

    public object? ExecuteScalar()
    {
        using var rows = ExecuteReader();
        if (!rows.Read() || rows.IsDBNull(0)) return null;
        object value = raw.sqlite3_column_type(_handle, 0) == raw.SQLITE_INTEGER ? rows.GetInt64(0) : rows.GetString(0);

        // A statement that writes is done only at its end.
        while (rows.Read())
        {
        }

        return value;
    }

    public Rows ExecuteReader() => new(this);

    public void Dispose() => _handle.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_handle, place),
        string text => raw.sqlite3_bind_text(_handle, place, text),
        long number => raw.sqlite3_bind_int64(_handle, place, number),
        int number => raw.sqlite3_bind_int64(_handle, place, number),
        bool flag => raw.sqlite3_bind_int64(_handle, place, flag ? 1 : 0),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection.Handle);

    /// <summary>Rows of a question, one after the other; disposed before the statement is used again.</summary>
    internal readonly ref struct Rows(PortalStatement statement)
    {
        public bool Read()
        {
            var code = raw.sqlite3_step(statement._handle);
            if (code == raw.SQLITE_ROW) return true;
            if (code != raw.SQLITE_DONE) statement.Check(code);
            return false;
        }

        public bool IsDBNull(int column) => raw.sqlite3_column_type(statement._handle, column) == raw.SQLITE_NULL;

        public long GetInt64(int column) => raw.sqlite3_column_int64(statement._handle, column);

        public int GetInt32(int column) => raw.sqlite3_column_int(statement._handle, column);

        public bool GetBoolean(int column) => GetInt64(column) != 0;

        public string GetString(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement._handle, column));

        public void Dispose() => _ = raw.sqlite3_reset(statement._handle);
    }
}
