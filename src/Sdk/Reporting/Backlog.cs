using CreditKit.Ledger;

namespace CreditKit.Reporting;

/// <summary>Queues on command: what a channel was never told (back-load), or everything it may carry once more (full export, 000-14).</summary>
internal sealed class Backlog(ChannelOptions options, ILedger ledger, IOutbox outbox, ReportRouter router, Func<LedgerRecord, bool> mayReport)
{
    /// <summary>Queues; the number of records queued.</summary>
    /// <param name="everything">True: also what the channel has already. False: only what it was never told, or what was held back then.</param>
    /// <param name="cancellation">Stops between two records; what was queued stays queued.</param>
    public long Queue(bool everything, CancellationToken cancellation)
    {
        var (newest, queued) = (outbox.Newest(options.Name), 0L);
        foreach (var record in ledger.All())
        {
            cancellation.ThrowIfCancellationRequested();
            if (newest.ContainsKey(record.Id) && !everything) continue;
            if (record.Standing.WithdrawnAt is not null || !router.Decide(options, record.Record.Value, record.Standing, mayReport(record)).Allowed) continue;
            if (outbox.Queue(options.Name, record.Id, record.Revision, OutboxOperation.Upsert)) queued++;
        }

        return queued;
    }
}
