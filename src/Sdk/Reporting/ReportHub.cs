using CreditKit.Ledger;

namespace CreditKit.Reporting;

/// <summary>Every configured channel with its dispatcher: what the worker and <c>creditkit report</c> drive.</summary>
internal sealed class ReportHub(IReadOnlyList<Dispatcher> dispatchers, TimeProvider time)
{
    /// <summary>A command waits for what is due so soon, so that a short stumble does not need a second run.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    /// <summary>One dispatcher per channel.</summary>
    public IReadOnlyList<Dispatcher> Dispatchers => dispatchers;

    /// <summary>Sends until nothing is due, over all channels side by side.</summary>
    /// <param name="once">One pass: no row is tried twice.</param>
    /// <param name="cancellation">Stops after the calls under way.</param>
    public async Task<ReportTotals> DrainAsync(bool once, CancellationToken cancellation)
    {
        var results = await Task.WhenAll(dispatchers.Select(d => DrainAsync(d, once, cancellation)));
        var total = results.Aggregate(default(DispatchResult), (a, b) => a + b);
        return new ReportTotals(total.Sent, total.Accepted, total.Rejected, dispatchers.Sum(d => d.Outbox.Counts(d.Channel).Open));
    }

    private async Task<DispatchResult> DrainAsync(Dispatcher dispatcher, bool once, CancellationToken cancellation)
    {
        var total = default(DispatchResult);
        var pass = once ? dispatcher.Outbox.Counts(dispatcher.Channel).Open : long.MaxValue;
        while (total.Taken < pass)
        {
            var turn = await dispatcher.DispatchAsync(cancellation);
            total += turn;
            if (turn.Taken > 0) continue;
            if (once || dispatcher.Outbox.NextDue(dispatcher.Channel) is not { } due) break;
            var wait = due - time.GetUtcNow();
            if (wait > s_patience) break;
            await Task.Delay(wait > TimeSpan.FromMilliseconds(20) ? wait : TimeSpan.FromMilliseconds(20), time, cancellation);
        }

        return total;
    }
}
