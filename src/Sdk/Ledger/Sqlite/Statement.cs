using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>A prepared statement that is used again and again on the writing connection.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in parameters) _command.Parameters.Add(new SqliteParameter { ParameterName = name });
    }

    /// <summary>Binds the values in the order of the parameters; null is NULL.</summary>
    public Statement With(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return this;
    }

    public int Run() => _command.ExecuteNonQuery();

    public object? Scalar() => _command.ExecuteScalar() is { } value and not DBNull ? value : null;

    public SqliteDataReader Query() => _command.ExecuteReader();

    public void Dispose() => _command.Dispose();
}
