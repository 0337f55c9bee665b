using System.Runtime.CompilerServices;
using CreditKit.Ledger;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>Every configured channel with its dispatcher: what the worker and <c>creditkit report</c> drive.</summary>
internal sealed class ReportHub(IReadOnlyList<Dispatcher> dispatchers, TimeProvider time, IReadOnlyList<ReportLine>? lines = null)
{
    private const int CleanUpPerPass = 500;
    private static readonly TimeSpan s_cleanUpEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_keepSuperseded = TimeSpan.FromDays(90);

    /// <summary>A command waits for what is due so soon, so that a short stumble does not need a second run.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    /// <summary>What else is done for each channel; empty where only sending was put together.</summary>
    public IReadOnlyList<ReportLine> Lines => lines ?? [];

    /// <summary>One dispatcher per channel.</summary>
    public IReadOnlyList<Dispatcher> Dispatchers => dispatchers;

    /// <summary>Keeps every channel going until it is told to stop.</summary>
    public Task RunAsync(ILogger log, CancellationToken stopping) =>
        Task.WhenAll(dispatchers.Select(d => new ReportPump(d, ChoresOf(d), time, log).RunAsync(stopping)));

    /// <summary>Sends until nothing is due, over all channels side by side.</summary>
    /// <param name="once">One pass: no row is tried twice.</param>
    /// <param name="cancellation">Stops after the calls under way.</param>
    public async Task<ReportTotals> DrainAsync(bool once, CancellationToken cancellation)
    {
        var results = await Task.WhenAll(dispatchers.Select(d => DrainAsync(d, once, cancellation)));
        var total = results.Aggregate(default(DispatchResult), (a, b) => a + b);
        return new ReportTotals(total.Sent, total.Accepted, total.Rejected, dispatchers.Sum(d => d.Outbox.Counts(d.Channel).Open));
    }

    private IReadOnlyList<Chore> ChoresOf(Dispatcher dispatcher) =>
    [
        .. Lines.FirstOrDefault(l => l.Dispatcher == dispatcher)?.Chores ?? [],
        new Chore("clean-up", s_cleanUpEvery, _ =>
        {
            dispatcher.Outbox.MendClock(dispatcher.Channel, dispatcher.Furthest, dispatcher.Lease);
            dispatcher.Outbox.CleanUp(s_keepSuperseded, CleanUpPerPass);
            return Task.CompletedTask;
        }),
    ];

    private async Task<DispatchResult> DrainAsync(Dispatcher dispatcher, bool once, CancellationToken cancellation)
    {
        var left = new StrongBox<long>(once ? dispatcher.Outbox.Counts(dispatcher.Channel).Open : long.MaxValue);
        var turns = await Task.WhenAll(Enumerable.Range(0, Dispatcher.Turns).Select(_ => Task.Run(() => DrainAsync(dispatcher, once, left, cancellation), CancellationToken.None)));
        return turns.Aggregate(default(DispatchResult), (a, b) => a + b);
    }

    private async Task<DispatchResult> DrainAsync(Dispatcher dispatcher, bool once, StrongBox<long> left, CancellationToken cancellation)
    {
        var total = default(DispatchResult);
        while (Interlocked.Read(ref left.Value) > 0)
        {
            var turn = await dispatcher.DispatchAsync(cancellation);
            total += turn;
            Interlocked.Add(ref left.Value, -turn.Taken);
            if (turn.Taken > 0) continue;
            if (once || dispatcher.Outbox.NextDue(dispatcher.Channel) is not { } due) break;
            var wait = due - time.GetUtcNow();
            if (wait > s_patience) break;
            await Task.Delay(wait > TimeSpan.FromMilliseconds(20) ? wait : TimeSpan.FromMilliseconds(20), time, cancellation);
        }

        return total;
    }
}
