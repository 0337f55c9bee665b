using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>The outbox in ledger.db. Leasing and answering are here; questions are in <see cref="OutboxReader"/>.</summary>
internal sealed class SqliteOutbox(LedgerDatabase database) : IOutbox
{
    /// <summary>Due time of rows that wait for a person.</summary>
    public const long Never = long.MaxValue;

    /// <summary>From this many failures in a row on, an answer means that an outage is over.</summary>
    private const int Outage = 3;

    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(1);
    private readonly RecordReader _records = new(database);
    private readonly OutboxReader _reader = new(database);
    private readonly OutboxAnswers _answers = new(database);
    private readonly OutboxVerdicts _verdicts = new(database, new OutboxAnswers(database));
    private readonly OutboxCensus _census = new(database);
    private readonly AlarmTable _alarms = new(database);
    private readonly ChannelTable _channels = new(database);
    private readonly ChoreTable _chores = new(database);
    private readonly OutboxClock _clock = new(database);
    private long? _lookedAt;
    private Statement? _due;
    private Statement? _take;
    private Statement? _wake;
    private Statement? _needless;

    /// <inheritdoc/>
    public IReadOnlyList<OutboxEntry> Lease(OutboxLease request)
    {
        TakeBack(request);

        // Asking first costs no write lock: idle dispatchers must not disturb an import.
        if (NextDue(request.Channel) is not { } due) return [];
        if (due - database.Time.GetUtcNow() is var ahead && ahead > TimeSpan.Zero)
        {
            if (ahead > request.Furthest) MendClock(request.Channel, request.Furthest, request.Duration);
            return [];
        }

        return database.Write((connection, transaction) =>
        {
            var now = database.Now;
            var channel = _channels.Get(connection, transaction, request.Channel);
            if (channel.Paused || channel.NextCallAt > now) return [];

            var entries = Due(connection, transaction, request, channel, now);
            if (entries.Count == 0) return entries;

            // One dispatcher tries; the others stay away until it is known whether the channel answers.
            if (channel.Failures > 0) _channels.Hold(connection, transaction, request.Channel, now + (long)request.Probe(channel.Failures).TotalMilliseconds);
            _take ??= new(connection, "UPDATE outbox SET state = 1, attempts = attempts + 1, lease_token = @token, next_attempt_at = @until, tried_at = @now WHERE id IN (SELECT value FROM json_each(@ids))",
                "@token", "@until", "@now", "@ids");
            _take.With(transaction, entries[0].LeaseToken.ToByteArray(), now + (long)request.Duration.TotalMilliseconds, now, OutboxAnswers.Ids(entries.Select(e => e.Id))).Run();
            return entries;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<long, LedgerRecord> Contents(IReadOnlyList<OutboxEntry> entries) => _records.At(entries);

    /// <inheritdoc/>
    public int Complete(string channel, IReadOnlyList<OutboxOutcome> outcomes, ChannelVerdict? verdict)
    {
        // What takes time is done before anybody else has to wait for it.
        var words = outcomes.Select(OutboxAnswers.Encrypted).ToList();
        return database.Write((connection, transaction) => Complete(connection, transaction, channel, outcomes, words, verdict));
    }

    private int Complete(SqliteConnection connection, SqliteTransaction transaction, string channel, IReadOnlyList<OutboxOutcome> outcomes, List<byte[]?> words, ChannelVerdict? verdict)
    {
        var now = database.Now;
        var written = _answers.Accept(connection, transaction, outcomes, words, now);
        for (var i = 0; i < outcomes.Count; i++)
            if (outcomes[i].State != OutboxState.Accepted && _answers.Write(connection, transaction, outcomes[i], words[i], now)) written++;

        DropNeedless(transaction, connection, channel, outcomes, now);
        if (verdict is null) return written;
        var before = _channels.Get(connection, transaction, channel);
        if (!verdict.Answered)
        {
            var wait = verdict.Wait?.Invoke(before.Failures + 1) ?? TimeSpan.Zero;
            _channels.Failed(connection, transaction, channel, verdict.Fault ?? "", now, now + (long)wait.TotalMilliseconds);
            return written;
        }

        _channels.Answered(connection, transaction, channel, now);
        if (before.Failures < Outage) return written;

        // An outage is over: what waited for it does not wait on.
        _wake ??= new(connection, "UPDATE outbox SET next_attempt_at = @now WHERE channel = @channel AND state IN (0, 2) AND next_attempt_at > @now AND next_attempt_at < @never",
            "@now", "@channel", "@never");
        _wake.With(transaction, now, channel, Never).Run();
        return written;
    }

    // A publication that was held back at the last moment was all that could have been there since the last withdrawal: the one that was
    // queued behind it while it was under way has nothing to take down, and a table in which it finds no row would refuse it.
    private void DropNeedless(SqliteTransaction transaction, SqliteConnection connection, string channel, IReadOnlyList<OutboxOutcome> outcomes, long now)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome is not { State: OutboxState.Superseded, Entry.Operation: OutboxOperation.Upsert }) continue;
            _needless ??= new(connection, """
                UPDATE outbox SET state = 5, finished_at = @now, answer_code = 'never-sent'
                WHERE record_id = @record AND channel = @channel AND operation = @withdraw AND state = 0 AND attempts = 0 AND COALESCE(
                    (SELECT former.operation FROM outbox former WHERE former.record_id = outbox.record_id AND former.channel = outbox.channel AND former.id < outbox.id
                     AND (former.state IN (0, 1, 2, 3) OR EXISTS (SELECT 1 FROM receipt WHERE outbox_id = former.id)) ORDER BY former.id DESC LIMIT 1), @withdraw) = @withdraw
                """, "@now", "@record", "@channel", "@withdraw");
            _needless.With(transaction, now, outcome.Entry.RecordId, channel, (int)OutboxOperation.Withdraw).Run();
        }
    }

    /// <inheritdoc/>
    public DateTimeOffset? NextDue(string channel) => _reader.NextDue(channel);

    /// <inheritdoc/>
    public OutboxCounts Counts(string channel) => _reader.Counts(channel);

    /// <inheritdoc/>
    public ChannelStanding Standing(string channel) => _reader.Standing(channel);

    /// <inheritdoc/>
    public IReadOnlyList<OutboxTrace> Waiting(string channel, int limit) => _reader.Waiting(channel, limit);

    /// <inheritdoc/>
    public IReadOnlyList<OutboxTrace> Timeline(long recordId) => _reader.Timeline(recordId);

    /// <inheritdoc/>
    public void Pause(string channel, bool paused) => database.Write((connection, transaction) =>
    {
        _channels.Pause(connection, transaction, channel, paused);
        return 0;
    });

    /// <inheritdoc/>
    public bool Resend(long entryId) => Update("""
        UPDATE outbox SET state = 0, attempts = 0, suspicion = 0, resent = resent + 1, next_attempt_at = @now, finished_at = NULL, answer = NULL, answer_code = NULL
        WHERE id = @id AND state IN (3, 4) AND NOT EXISTS
            (SELECT 1 FROM outbox newer WHERE newer.record_id = outbox.record_id AND newer.channel = outbox.channel AND newer.id > outbox.id AND newer.state <> 5)
        """, entryId);

    /// <inheritdoc/>
    public bool Settle(long entryId, bool isThere, string number) => isThere
        ? database.Write((connection, transaction) => _answers.Settle(connection, transaction, entryId, number))
        : Update("UPDATE outbox SET state = 0, attempts = attempts + 1, next_attempt_at = @now WHERE id = @id AND state = 2", entryId);

    /// <inheritdoc/>
    public bool Judge(string channel, OutboxVerdict verdict) => _verdicts.Apply(channel, verdict);

    /// <inheritdoc/>
    public IReadOnlyDictionary<long, OutboxEntry> Newest(string channel) => _census.Newest(channel);

    /// <inheritdoc/>
    public IReadOnlySet<long> Reported() => _census.Reported();

    /// <inheritdoc/>
    public bool Queue(string channel, long recordId, int revision, OutboxOperation operation) => _census.Queue(channel, recordId, revision, operation);

    /// <inheritdoc/>
    public OutboxTrouble Trouble(string channel, DateTimeOffset rejectedBefore, DateTimeOffset sentBefore) => _census.Trouble(channel, rejectedBefore, sentBefore);

    /// <inheritdoc/>
    public IReadOnlyList<OutboxEntry> Unreported(string channel, int limit) => _census.Unreported(channel, limit);

    /// <inheritdoc/>
    public AlarmTurn Alarms(string channel, IReadOnlyDictionary<int, long> standing, TimeSpan again) => _alarms.Turn(channel, standing, again);

    /// <inheritdoc/>
    public int MendClock(string channel, TimeSpan furthest, TimeSpan lease) => _clock.Mend(channel, furthest, lease);

    /// <inheritdoc/>
    public bool Claim(string channel, string chore, TimeSpan every) => _chores.Claim(channel, chore, every);

    /// <inheritdoc/>
    public string? Cursor(string channel, string chore) => _chores.Cursor(channel, chore);

    /// <inheritdoc/>
    public void Advance(string channel, string chore, string cursor) => _chores.Advance(channel, chore, cursor);

    /// <inheritdoc/>
    public int CleanUp(TimeSpan age, int limit) => database.Write((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = 5 AND finished_at < @before AND NOT EXISTS (SELECT 1 FROM receipt WHERE outbox_id = outbox.id) ORDER BY finished_at LIMIT @limit)";
        command.Parameters.AddWithValue("@before", database.Now - (long)age.TotalMilliseconds);
        command.Parameters.AddWithValue("@limit", limit);
        return command.ExecuteNonQuery();
    });

    private List<OutboxEntry> Due(SqliteConnection connection, SqliteTransaction transaction, OutboxLease request, ChannelTable.Row channel, long now)
    {
        _due ??= new(connection, $"""
            SELECT o.id, o.record_id, r.public_id, o.revision, o.operation, o.state, o.attempts, o.resent, o.suspicion, o.tried_at
            FROM outbox o JOIN record r ON r.id = o.record_id
            WHERE o.channel = @channel AND o.state IN (0, 1, 2) AND o.next_attempt_at <= @now AND {OutboxReader.FirstOfRecord}
            ORDER BY o.next_attempt_at, o.id LIMIT @limit
            """, "@channel", "@now", "@limit");
        var token = database.Sender.NewLease();
        var entries = new List<OutboxEntry>();
        var limit = request.BatchSize * request.Calls;
        using var reader = _due.With(transaction, request.Channel, now, limit).Query();
        while (reader.Read() && entries.Count < limit)
        {
            var (state, suspicion) = ((OutboxState)reader.GetInt32(5), reader.GetInt32(8));
            if (entries.Count == 0) limit = channel.Failures > 1 ? 1 : request.SizeFor(suspicion) * request.Calls;
            else if (suspicion != entries[0].Suspicion) continue;
            entries.Add(new OutboxEntry
            {
                Id = reader.GetInt64(0),
                Channel = request.Channel,
                RecordId = reader.GetInt64(1),
                PublicId = reader.GetString(2),
                Revision = reader.GetInt32(3),
                Operation = (OutboxOperation)reader.GetInt32(4),
                State = OutboxState.Leased,
                Attempts = reader.GetInt32(6) + 1,
                Resent = reader.GetInt32(7),
                Suspicion = suspicion,
                MayBeThere = state != OutboxState.Pending,
                Suspect = suspicion > 0 && !reader.IsDBNull(9) && channel.AnsweredAt > reader.GetInt64(9),
                LeaseToken = token,
            });
        }

        return entries;
    }

    // Rows of processes that are dead, whose leases would otherwise have to run out: what they sent is asked for at once.
    private void TakeBack(OutboxLease request)
    {
        if (_lookedAt is { } at && Stopwatch.GetElapsedTime(at) < s_lookEvery) return;
        _lookedAt = Stopwatch.GetTimestamp();
        var own = database.Sender.Id;
        foreach (var id in SenderMark.Known(database.Path))
        {
            if (id == own || SenderMark.OfDead(database.Path, id) is not { } dead) continue;
            using (dead)
            {
                if (database.Write((connection, transaction) => TakeBack(connection, transaction, request, id))) dead.Remove();
            }
        }
    }

    private bool TakeBack(SqliteConnection connection, SqliteTransaction transaction, OutboxLease request, long sender)
    {
        var prefix = SenderMark.LeasePrefix(sender);
        Sql.Run(connection, transaction, """
            UPDATE outbox SET next_attempt_at = MIN(next_attempt_at, MAX(@now, COALESCE(tried_at, 0) + @grace))
            WHERE channel = @channel AND state = 1 AND substr(lease_token, 1, 8) = @sender
            """, ("@now", database.Now), ("@grace", (long)request.Grace.TotalMilliseconds), ("@channel", request.Channel), ("@sender", prefix));

        // Its mark stays while another channel still has to look.
        return Sql.Scalar(connection, transaction, "SELECT 1 FROM outbox WHERE channel <> @channel AND state = 1 AND substr(lease_token, 1, 8) = @sender LIMIT 1",
            ("@channel", request.Channel), ("@sender", prefix)) is null;
    }

    private bool Update(string sql, long entryId) => database.Write((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("@now", database.Now);
        command.Parameters.AddWithValue("@id", entryId);
        return command.ExecuteNonQuery() == 1;
    });
}
