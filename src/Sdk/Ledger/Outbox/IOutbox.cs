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

    /// <summary>Applies what the channel decided after it took a row. False when nothing changed.</summary>
    bool Judge(string channel, OutboxVerdict verdict);

    /// <summary>The newest row of every record at the channel, superseded ones left out, by internal key of the record.</summary>
    IReadOnlyDictionary<long, OutboxEntry> Newest(string channel);

    /// <summary>Records that some channel has accepted at least once, by internal key.</summary>
    IReadOnlySet<long> Reported();

    /// <summary>Queues something to be told once more, or for the first time, under a new key. False while a row of the record is open, or when the channel was told something newer.</summary>
    bool Queue(string channel, long recordId, int revision, OutboxOperation operation);

    /// <summary>What is amiss at a channel.</summary>
    OutboxTrouble Trouble(string channel, DateTimeOffset rejectedBefore, DateTimeOffset sentBefore);

    /// <summary>Rows that are not over or were refused, those of the oldest decisions first.</summary>
    IReadOnlyList<OutboxEntry> Unreported(string channel, int limit);

    /// <summary>Notes what stands now; returns what was not told since <paramref name="again"/> ago, and what is over.</summary>
    AlarmTurn Alarms(string channel, IReadOnlyDictionary<int, long> standing, TimeSpan again);

    /// <summary>Makes rows due whose time lies further ahead than any wait: the clock stood wrong when it was written. The number of rows.</summary>
    int MendClock(string channel, TimeSpan furthest, TimeSpan lease);

    /// <summary>True for one caller per period among all processes: it does the chore.</summary>
    bool Claim(string channel, string chore, TimeSpan every);

    /// <summary>How far a receiver's list has been read; null: not at all.</summary>
    string? Cursor(string channel, string chore);

    /// <summary>Everything up to here has been taken in.</summary>
    void Advance(string channel, string chore, string cursor);

    /// <summary>Removes superseded rows older than <paramref name="age"/>, at most <paramref name="limit"/>; nothing else is ever removed.</summary>
    int CleanUp(TimeSpan age, int limit);
}
