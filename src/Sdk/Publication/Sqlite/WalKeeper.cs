using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// Moves what was committed from the log into the file beside the writer, on a connection of its own: copying and syncing
/// tens of megabytes would keep a withdrawal waiting for the write lock. When it has done nearly all, the writer itself
/// copies the little that came meanwhile, and the log starts from its beginning.
/// </summary>
internal sealed class WalKeeper(string path, NativeConnection writer)
{
    // 64 MB of log: a page that several batches touch is copied once.
    private const int Pages = 8_192;
    private long _since = Written(writer);
    private Task? _copying;

    /// <summary>After a commit, under the writer's gate.</summary>
    public void Committed()
    {
        if (_copying is { } copying)
        {
            if (!copying.IsCompleted) return;
            _copying = null;
            _since = Written(writer);
            Copy(writer);
        }
        else if (Written(writer) - _since > Pages)
        {
            _copying = Task.Run(() =>
            {
                try
                {
                    using var own = NativeConnection.Open(path, readOnly: false);
                    Copy(own);
                }
                catch (SqliteException)
                {
                    // Nothing is lost: it stays in the log, and the next one tries again.
                }
            });
        }
    }

    /// <summary>Before the writer's connection is closed.</summary>
    public void Finish() => ((IAsyncResult?)_copying)?.AsyncWaitHandle.WaitOne();

    private static void Copy(NativeConnection connection) => _ = raw.sqlite3_wal_checkpoint_v2(connection.Handle, null, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);

    private static long Written(NativeConnection connection)
    {
        const int pagesWritten = 9;
        _ = raw.sqlite3_db_status(connection.Handle, pagesWritten, out var written, out _, 0);
        return written;
    }
}
