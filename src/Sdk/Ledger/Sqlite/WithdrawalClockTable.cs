using CreditKit.Ledger.CaseFiles;
using CreditKit.Records;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger.Sqlite;

/// <summary>Withdrawal clocks: written before the record comes down, stopped when it is gone.</summary>
internal sealed class WithdrawalClockTable(LedgerDatabase database)
{
    private readonly AuditTable _audit = new(database);

    public WithdrawalClock Start(WithdrawalClock clock) => database.Write((connection, transaction) =>
    {
        var id = (long)Sql.Scalar(connection, transaction, """
            INSERT INTO withdrawal_clock (record_id, ground, actor, reason, noticed_on, same_day, limit_on, sync_by, noted_at)
            VALUES (@record, @ground, @actor, @reason, @noticed, @same, @limit, @sync, @now) RETURNING id
            """,
            ("@record", clock.RecordId), ("@ground", (int)clock.Ground), ("@actor", clock.Actor), ("@reason", database.Cipher.Seal(clock.Reason, $"withdrawal-clock/{clock.RecordId}")),
            ("@noticed", clock.NoticedOn.DayNumber), ("@same", clock.SameDay?.DayNumber), ("@limit", clock.LimitOn?.DayNumber), ("@sync", clock.SyncBy?.DayNumber), ("@now", database.Now))!;
        _audit.Append(connection, transaction, clock.Actor, "withdrawal-notice", "done", clock.RecordId, $"clock={id} ground={clock.Ground} noticed={clock.NoticedOn:yyyy-MM-dd}");
        return clock with { Id = id };
    });

    public WithdrawalClock Stop(WithdrawalClock clock) => database.Write((connection, transaction) =>
    {
        var now = database.Now;
        Sql.Run(connection, transaction, "UPDATE withdrawal_clock SET done_at = @now WHERE id = @id AND done_at IS NULL", ("@now", now), ("@id", clock.Id));
        return clock with { DoneAt = DateTimeOffset.FromUnixTimeMilliseconds(now) };
    });

    /// <summary>Clocks that still run.</summary>
    public IReadOnlyList<WithdrawalClock> Running() => database.Read(connection => Sql.List(connection, Read, $"{Columns} WHERE done_at IS NULL ORDER BY id"));

    /// <summary>Clocks of a record, the oldest first.</summary>
    public IReadOnlyList<WithdrawalClock> OfRecord(long recordId) => database.Read(connection =>
        Sql.List(connection, Read, $"{Columns} WHERE record_id = @id ORDER BY id", ("@id", recordId)));

    private const string Columns = "SELECT id, record_id, ground, reason, actor, noticed_on, same_day, limit_on, sync_by, done_at FROM withdrawal_clock";

    private WithdrawalClock Read(SqliteDataReader r) => new()
    {
        Id = r.GetInt64(0),
        RecordId = r.GetInt64(1),
        Ground = (WithdrawalGround)r.GetInt32(2),
        Reason = database.Cipher.Open((byte[])r.GetValue(3), $"withdrawal-clock/{r.GetInt64(1)}"),
        Actor = r.GetString(4),
        NoticedOn = Sql.Day(r, 5)!.Value,
        SameDay = Sql.Day(r, 6),
        LimitOn = Sql.Day(r, 7),
        SyncBy = Sql.Day(r, 8),
        DoneAt = Sql.Instant(r, 9),
    };
}
