using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>The same with what the caller gets.</summary>
internal sealed class WriteJob<T>(Func<SqliteConnection, SqliteTransaction, T> work) : WriteJob
{
    private T _result = default!;

    /// <summary>What the writing returned; throws what it threw.</summary>
    public T Result()
    {
        ThrowIfFailed();
        return _result;
    }

    protected override void Work(SqliteConnection connection, SqliteTransaction transaction) => _result = work(connection, transaction);
}
