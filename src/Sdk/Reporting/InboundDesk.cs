using CreditKit.Ledger;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>Fetches what a platform forwards or has decided, has it handled here, and answers (002-25, 000-32).</summary>
internal sealed class InboundDesk(IReportChannel channel, IOutbox outbox, IInboundOffice office, ILogger log)
{
    /// <summary>Name of the chore.</summary>
    public const string Chore = "inbound";

    private const int AnswersPerTurn = 100;

    /// <summary>One look: everything new, then every answer that waits.</summary>
    public async Task<InboundResult> RunAsync(CancellationToken cancellation)
    {
        if (channel is not IInboundChannel inbound) return new InboundResult(0, 0, 0);
        var (taken, failed) = (0, 0);
        while (!cancellation.IsCancellationRequested)
        {
            var page = await inbound.ReceiveAsync(outbox.Cursor(channel.Name, Chore), cancellation);
            if (page.Failure is { } failure)
            {
                ReportingLog.ChoreStumbled(log, channel.Name, Chore, failure.Code);
                break;
            }

            var lost = 0;
            foreach (var item in page.Items) lost += await TakeAsync(item, cancellation) ? 0 : 1;
            (taken, failed) = (taken + page.Items.Count - lost, failed + lost);

            // The place moves on only when everything before it is kept here: one that failed comes again with its neighbours.
            if (lost > 0 || page.Next is not { } next) break;
            outbox.Advance(channel.Name, Chore, next);
            if (page.Items.Count == 0) break;
        }

        return new InboundResult(taken, failed, await AnswerAsync(inbound, cancellation));
    }

    /// <summary>Takes in items that came in another way, a file above all. The number that was taken in.</summary>
    public async Task<InboundResult> ImportAsync(IReadOnlyList<InboundItem> items, CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var item in items) failed += await TakeAsync(item, cancellation) ? 0 : 1;
        return new InboundResult(items.Count - failed, failed, channel is IInboundChannel inbound ? await AnswerAsync(inbound, cancellation) : 0);
    }

    private async Task<bool> TakeAsync(InboundItem item, CancellationToken cancellation)
    {
        try
        {
            await office.TakeAsync(channel.Name, item, cancellation);
            return true;
        }
        catch (CreditKitException e)
        {
            ReportingLog.InboundFailed(log, channel.Name, e.Code);
            return false;
        }
    }

    private async Task<int> AnswerAsync(IInboundChannel inbound, CancellationToken cancellation)
    {
        var answered = 0;
        foreach (var (id, reply) in office.Replies(channel.Name, AnswersPerTurn))
        {
            var answer = await inbound.AnswerAsync(reply, cancellation);
            if (answer.Class is AnswerClass.Accepted)
            {
                office.Replied(id, answer.Number);
                answered++;
            }
            else if (answer.Class is AnswerClass.Rejected)
            {
                // It will never take it: noted as such, for the record of the case.
                office.Replied(id, $"refused:{answer.Code}");
                ReportingLog.ChoreStumbled(log, channel.Name, Chore, $"refused:{answer.Code}");
            }
            else if (answer.Scope == AnswerScope.Channel)
            {
                break;
            }
        }

        return answered;
    }
}
