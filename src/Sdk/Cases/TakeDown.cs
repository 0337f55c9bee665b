using CreditKit.Intake;
using CreditKit.Ledger;
using CreditKit.Ledger.CaseFiles;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>Takes a record down with its clocks: started before, stopped when the column no longer has it.</summary>
internal sealed class TakeDown(WithdrawalClockTable clocks, IRecordIntake intake, CaseLaw law)
{
    /// <summary>Takes down; with the same ground and day as a clock that runs, goes on with that one.</summary>
    public async Task<WithdrawalClock> Async(LedgerRecord record, WithdrawalGround ground, string reason, DateOnly noticedOn, string actor, CancellationToken cancellation)
    {
        var clock = clocks.OfRecord(record.Id).LastOrDefault(c => c.DoneAt is null && c.Ground == ground) ?? clocks.Start(Clock(record.Id, ground, reason, noticedOn, actor));
        await intake.WithdrawAsync(record.PublicId, ground, reason, actor, cancellation);
        return clocks.Stop(clock);
    }

    private WithdrawalClock Clock(long recordId, WithdrawalGround ground, string reason, DateOnly noticedOn, string actor)
    {
        var rules = law.Withdrawal(noticedOn);
        return new WithdrawalClock
        {
            RecordId = recordId,
            Ground = ground,
            Reason = reason,
            Actor = actor,
            NoticedOn = noticedOn,
            SameDay = rules.SameDay,
            LimitOn = rules.Latest.By,
            SyncBy = rules.Sync.By,
        };
    }
}
