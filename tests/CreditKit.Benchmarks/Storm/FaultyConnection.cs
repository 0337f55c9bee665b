using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CreditKit.Benchmarks.Storm;

/// <summary>A SQLite connection with a fault of its own.</summary>
internal sealed class FaultyConnection(LineFault fault) : DbConnection
{
    private readonly SqliteConnection _inner = new();
    private bool _broken;

    public LineFault Fault => fault;

    /// <summary>Statements so far.</summary>
    public int Executed { get; set; }

    [AllowNull]
    public override string ConnectionString
    {
        get => _inner.ConnectionString;
        set => _inner.ConnectionString = value;
    }

    public override string Database => _inner.Database;

    public override string DataSource => _inner.DataSource;

    public override string ServerVersion => _inner.ServerVersion;

    public override ConnectionState State => _broken ? ConnectionState.Broken : _inner.State;

    public override void Open() => OpenAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (fault == LineFault.Refused) throw new LineException("connection refused", "08001");
        if (fault == LineFault.NeverOpens) await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
        await _inner.OpenAsync(cancellationToken);
    }

    public override void Close() => _inner.Close();

    public override void ChangeDatabase(string databaseName) => _inner.ChangeDatabase(databaseName);

    /// <summary>The line is gone; what was not committed is undone.</summary>
    public LineException Break()
    {
        _broken = true;
        _inner.Close();
        return new LineException("connection lost", "08006");
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        if (fault == LineFault.BusyAtFirst) throw new LineException("too many sessions", "53300");
        return new FaultyTransaction(this, _inner.BeginTransaction());
    }

    protected override DbCommand CreateDbCommand() => new FaultyCommand(this, _inner.CreateCommand());

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }
}
