namespace CreditKit.Ledger.Sqlite;

/// <summary>
/// Times that lie further ahead than any wait can be were written while the machine's clock stood wrong. Without this a clock that once ran
/// a month ahead would silence a channel for a month.
/// </summary>
internal sealed class OutboxClock(LedgerDatabase database)
{
    /// <summary>Brings such rows and the channel back to now; rows that somebody holds only after one more lease, when they are asked for. The number of rows.</summary>
    public int Mend(string channel, TimeSpan furthest, TimeSpan lease) => database.Write((connection, transaction) =>
    {
        var now = database.Now;
        var limit = now + (long)furthest.TotalMilliseconds;
        Sql.Run(connection, transaction, "UPDATE channel SET next_call_at = @now WHERE name = @channel AND next_call_at > @limit", ("@now", now), ("@channel", channel), ("@limit", limit));
        return Sql.Run(connection, transaction, """
            UPDATE outbox SET next_attempt_at = CASE WHEN state = 1 THEN @now + @lease ELSE @now END
            WHERE channel = @channel AND state IN (0, 1, 2) AND next_attempt_at > @limit AND next_attempt_at < @never
            """, ("@now", now), ("@lease", (long)lease.TotalMilliseconds), ("@channel", channel), ("@limit", limit), ("@never", SqliteOutbox.Never));
    });
}
