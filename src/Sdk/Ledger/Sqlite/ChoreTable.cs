using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>When each chore of a channel was last taken up by any process, and how far its receiver's list has been read.</summary>
internal sealed class ChoreTable(LedgerDatabase database)
{
    /// <summary>True for one caller per period, whichever process asks.</summary>
    public bool Claim(string channel, string chore, TimeSpan every)
    {
        // Asking first costs no write lock. A time that has not come yet was written while the clock stood wrong.
        var due = database.Now - (long)every.TotalMilliseconds;
        if (database.Read(c => Sql.Scalar(c, null, "SELECT done_at FROM channel_chore WHERE channel = @channel AND name = @name", ("@channel", channel), ("@name", chore))) is long last && last > due && last <= database.Now) return false;
        return database.Write((connection, transaction) => Sql.Run(connection, transaction, """
            INSERT INTO channel_chore (channel, name, done_at) VALUES (@channel, @name, @now)
            ON CONFLICT (channel, name) DO UPDATE SET done_at = excluded.done_at WHERE done_at <= @due OR done_at > @now
            """, ("@channel", channel), ("@name", chore), ("@now", database.Now), ("@due", due)) == 1);
    }

    /// <summary>How far a list has been read; null: not at all.</summary>
    public string? Cursor(string channel, string chore) =>
        database.Read(c => Sql.Scalar(c, null, "SELECT cursor FROM channel_chore WHERE channel = @channel AND name = @name", ("@channel", channel), ("@name", chore))) as string;

    /// <summary>Everything before it has been taken in.</summary>
    public void Advance(string channel, string chore, string cursor) => database.Write((connection, transaction) => Sql.Run(connection, transaction,
        "INSERT INTO channel_chore (channel, name, cursor) VALUES (@channel, @name, @cursor) ON CONFLICT (channel, name) DO UPDATE SET cursor = excluded.cursor",
        ("@channel", channel), ("@name", chore), ("@cursor", cursor)));
}
