using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>One caller's writing, which may share its commit with that of others.</summary>
internal abstract class WriteJob
{
    private readonly object _turn = new();
    private ExceptionDispatchInfo? _fault;
    private bool _leads;

    /// <summary>Committed, or failed.</summary>
    public bool Done { get; private set; }

    /// <summary>Waits until the writing is done by another caller, or is this caller's to do; true for the latter.</summary>
    public bool Waits()
    {
        lock (_turn)
        {
            while (!Done && !_leads) Monitor.Wait(_turn);
            return !Done;
        }
    }

    /// <summary>From now on its caller writes, for itself and for those who wait.</summary>
    public void Lead()
    {
        lock (_turn)
        {
            _leads = true;
            Monitor.Pulse(_turn);
        }
    }

    /// <summary>Does the writing. What fails in company is undone by itself; the transaction goes on without it.</summary>
    public void Run(SqliteConnection connection, SqliteTransaction transaction, bool alone)
    {
        if (alone)
        {
            Work(connection, transaction);
            return;
        }

        Execute(connection, "SAVEPOINT job");
        try
        {
            Work(connection, transaction);
            Execute(connection, "RELEASE job");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Execute(connection, "ROLLBACK TO job; RELEASE job");
            Fail(e);
        }
    }

    /// <summary>Nothing of it is there.</summary>
    public void Fail(Exception exception) => _fault ??= ExceptionDispatchInfo.Capture(exception);

    /// <summary>Its caller may go on.</summary>
    public void Finish()
    {
        lock (_turn)
        {
            Done = true;
            Monitor.Pulse(_turn);
        }
    }

    protected void ThrowIfFailed() => _fault?.Throw();

    protected abstract void Work(SqliteConnection connection, SqliteTransaction transaction);

    private static void Execute(SqliteConnection connection, string sql) => SqliteException.ThrowExceptionForRC(SQLitePCL.raw.sqlite3_exec(connection.Handle, sql), connection.Handle);
}
