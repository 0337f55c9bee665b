namespace CreditKit.Ledger;

/// <summary>
/// The storage side of reporting. Rows are queued by the ledger's own transactions; here they are leased, answered and
/// counted. Whoever is slow loses its rows when the lease runs out; the rows of a process that died are taken up by the next
/// one that asks. Safe for several processes on one machine.
/// </summary>
internal interface IOutbox
{
    /// <summary>
    /// Takes due rows for a time: per record only the oldest that is not over, so that nothing is overtaken and a lease
    /// never holds two rows of one record. Empty while the channel is paused or left alone.
    /// </summary>
    IReadOnlyList<OutboxEntry> Lease(OutboxLease request);

    /// <summary>The records of these entries, each in the revision of its entry and with its standing of now; missing where it was erased.</summary>
    IReadOnlyDictionary<long, LedgerRecord> Contents(IReadOnlyList<OutboxEntry> entries);

    /// <summary>Writes the answers in one transaction; rows whose lease is not ours any more are left alone. The number written.</summary>
    int Complete(string channel, IReadOnlyList<OutboxOutcome> outcomes, ChannelVerdict? verdict);

    /// <summary>When the channel has something to do again; null when nothing is open or it is paused.</summary>
    DateTimeOffset? NextDue(string channel);

    /// <summary>Rows by state.</summary>
    OutboxCounts Counts(string channel);

    /// <summary>How the channel is doing.</summary>
    ChannelStanding Standing(string channel);

    /// <summary>Stops or resumes a channel, for every process.</summary>
    void Pause(string channel, bool paused);

    /// <summary>Rows that wait for a person: refused, or unknown at a channel that cannot be asked.</summary>
    IReadOnlyList<OutboxTrace> Waiting(string channel, int limit);

    /// <summary>Everything that was ever to be told about a record.</summary>
    IReadOnlyList<OutboxTrace> Timeline(long recordId);

    /// <summary>Sends a refused or finished row again under a new key. False when it is open or unknown.</summary>
    bool Resend(long entryId);

    /// <summary>A person found out what became of an unknown row: it is there (with this number), or it is to be sent again.</summary>
    bool Settle(long entryId, bool isThere, string number);

    /// <summary>Removes superseded rows older than <paramref name="age"/>, at most <paramref name="limit"/>; nothing else is ever removed.</summary>
    int CleanUp(TimeSpan age, int limit);
}
