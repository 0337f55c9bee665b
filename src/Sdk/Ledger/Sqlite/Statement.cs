using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreditKit.Ledger.Sqlite;

/// <summary>
/// A prepared statement that is used again and again on one connection, without the layers of ADO.NET: an import runs eight
/// of them for every record. Values are bound in the order of the named parameters. Not for two threads at once.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const uint Persistent = 0x1;
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _handle;
    private readonly int[] _places;

    public Statement(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        _connection = connection;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(connection.Handle, sql, Persistent, out _handle), connection.Handle);
        _places = new int[parameters.Length];
        for (var i = 0; i < _places.Length; i++) _places[i] = raw.sqlite3_bind_parameter_index(_handle, parameters[i]);

        // An open statement would keep the file open behind a closed connection.
        connection.Disposed += OnClosed;
    }

    /// <summary>Binds the values in the order of the parameters; null is NULL.</summary>
    public Statement With(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        for (var i = 0; i < values.Length; i++) Check(Bind(_places[i], values[i]));
        return this;
    }

    /// <summary>Runs to the end; the number of rows changed.</summary>
    public int Run()
    {
        using var rows = Query();
        while (rows.Read())
        {
        }

        return raw.sqlite3_changes(_connection.Handle);
    }

    /// <summary>The first value of the first row; null when it is NULL or there is no row.</summary>
    public object? Scalar()
    {
        using var rows = Query();
        return rows.Read() ? rows.GetValue(0) : null;
    }

    /// <summary>The rows; dispose them before the statement is used again.</summary>
    public Rows Query() => new(this);

    public void Dispose()
    {
        _connection.Disposed -= OnClosed;
        _handle.Dispose();
    }

    private void OnClosed(object? sender, EventArgs e) => Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(_handle, place),
        string text => raw.sqlite3_bind_text(_handle, place, text),
        byte[] blob => raw.sqlite3_bind_blob(_handle, place, blob),
        long number => raw.sqlite3_bind_int64(_handle, place, number),
        int number => raw.sqlite3_bind_int64(_handle, place, number),
        bool flag => raw.sqlite3_bind_int64(_handle, place, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(_handle, place, number),
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"a {value.GetType().Name} cannot be bound")),
    };

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection.Handle);

    /// <summary>Rows of a query, one after the other; columns are numbered from 0.</summary>
    internal readonly ref struct Rows(Statement statement)
    {
        /// <summary>Goes to the next row; false at the end.</summary>
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

        public byte[] GetBlob(int column) => raw.sqlite3_column_blob(statement._handle, column).ToArray();

        /// <summary>A long, a double, a string or a byte array; null for NULL.</summary>
        public object? GetValue(int column) => raw.sqlite3_column_type(statement._handle, column) switch
        {
            raw.SQLITE_NULL => null,
            raw.SQLITE_INTEGER => GetInt64(column),
            raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement._handle, column),
            raw.SQLITE_TEXT => GetString(column),
            _ => GetBlob(column),
        };

        public void Dispose() => _ = raw.sqlite3_reset(statement._handle);
    }
}
