using CreditKit.Ledger;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>Turns leased entries into letters, asking the law once more: what may not go out any more does not.</summary>
internal sealed class EnvelopeDesk(ChannelOptions options, IOutbox outbox, ReportRouter router, EnvelopeFactory factory, ILogger log, ReceiverRules? rules = null)
{
    /// <summary>The letters, and the outcomes of entries that become none.</summary>
    public (List<Letter> Letters, List<OutboxOutcome> Outcomes) Prepare(IReadOnlyList<OutboxEntry> entries)
    {
        var records = outbox.Contents(entries);
        var (letters, outcomes) = (new List<Letter>(entries.Count), new List<OutboxOutcome>());
        foreach (var entry in entries)
        {
            if (!records.TryGetValue(entry.Id, out var ledger))
            {
                outcomes.Add(new OutboxOutcome { Entry = entry, State = OutboxState.Superseded, Code = "erased" });
                continue;
            }

            try
            {
                var decision = router.Decide(options, ledger.Record.Value, ledger.Standing);

                // What may be there already is brought to its end; taking it down is an entry of its own.
                if (entry is { Operation: OutboxOperation.Upsert, Attempts: 1, MayBeThere: false } && !decision.Allowed)
                    outcomes.Add(new OutboxOutcome { Entry = entry, State = OutboxState.Superseded, Code = $"held-back:{decision.Reasons.First(r => r.Blocks).Code}" });
                else if (factory.Make(entry, ledger, decision) is var envelope && !entry.MayBeThere && rules?.Check(envelope, ledger.Record.Value) is { Length: > 0 } against)
                    outcomes.Add(new OutboxOutcome { Entry = entry, State = OutboxState.Rejected, Code = "receiver-rules", Answer = against });
                else
                    letters.Add(new Letter(entry with { Key = ledger.Key }, envelope));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // One record that cannot be written must not hold up the others.
                ReportingLog.EnvelopeFailed(log, options.Name, entry.Id, e is CreditKitException known ? known.Code : e.GetType().Name);
                outcomes.Add(new OutboxOutcome { Entry = entry, State = OutboxState.Rejected, Code = "envelope", Answer = "CK1510：记录无法写成报送格式，请检查该记录的内容后重新提交。" });
            }
        }

        return (letters, outcomes);
    }
}
