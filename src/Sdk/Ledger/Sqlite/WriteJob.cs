using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>One caller's writing, which may share its commit with that of others.</summary>
internal abstract class WriteJob
{
    private const string Point = "job";
    private ExceptionDispatchInfo? _fault;

    /// <summary>Committed, or failed.</summary>
    public bool Done { get; private set; }

    /// <summary>Does the writing. What fails in company is undone by itself; the transaction goes on without it.</summary>
    public void Run(SqliteConnection connection, SqliteTransaction transaction, bool alone)
    {
        if (alone)
        {
            Work(connection, transaction);
            return;
        }

        transaction.Save(Point);
        try
        {
            Work(connection, transaction);
            transaction.Release(Point);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            transaction.Rollback(Point);
            transaction.Release(Point);
            Fail(e);
        }
    }

    /// <summary>Nothing of it is there.</summary>
    public void Fail(Exception exception) => _fault ??= ExceptionDispatchInfo.Capture(exception);

    /// <summary>Its caller may go on.</summary>
    public void Finish() => Done = true;

    protected void ThrowIfFailed() => _fault?.Throw();

    protected abstract void Work(SqliteConnection connection, SqliteTransaction transaction);
}
