using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CreditKit.Benchmarks.Storm;

/// <summary>A transaction whose commit may fail, or succeed without anybody hearing of it.</summary>
internal sealed class FaultyTransaction(FaultyConnection connection, SqliteTransaction inner) : DbTransaction
{
    public SqliteTransaction Inner => inner;

    public override IsolationLevel IsolationLevel => inner.IsolationLevel;

    protected override DbConnection DbConnection => connection;

    public override void Commit() => CommitAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        if (connection.Fault == LineFault.LostBeforeCommit) throw connection.Break();
        inner.Commit();
        if (connection.Fault == LineFault.LostAfterCommit) throw connection.Break();
        if (connection.Fault == LineFault.SilentAfterCommit) await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
        if (connection.Fault == LineFault.SlowCommit) await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
    }

    public override void Rollback() => inner.Rollback();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
