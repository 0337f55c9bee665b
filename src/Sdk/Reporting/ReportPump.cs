using CreditKit.Ledger;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>
/// Keeps one channel going until it is told to stop: sends what is due, sleeps while nothing is, and does the chores beside
/// it. Whatever goes wrong is logged by its code and tried again after a pause; it never ends the host.
/// </summary>
internal sealed class ReportPump(Dispatcher dispatcher, IReadOnlyList<Chore> chores, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    /// <summary>Runs until it is cancelled; then the calls under way are given up and noted as unknown.</summary>
    public Task RunAsync(CancellationToken stopping) => Task.WhenAll([.. Enumerable.Range(0, Dispatcher.Turns).Select(_ => SendAsync(stopping)), ChoresAsync(stopping)]);

    private async Task SendAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                if ((await dispatcher.DispatchAsync(stopping)).Taken > 0) continue;
                wait = dispatcher.Outbox.NextDue(dispatcher.Channel) - time.GetUtcNow() is { } due && due < s_poll ? due : s_poll;
                if (wait < s_shortest) wait = s_shortest;
            }
            catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                ReportingLog.WorkerStumbled(log, dispatcher.Channel, Code(e));
                wait = s_pause;
            }

            await SleepAsync(wait, stopping);
        }
    }

    private async Task ChoresAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            foreach (var chore in chores)
            {
                try
                {
                    if (!stopping.IsCancellationRequested && dispatcher.Outbox.Claim(dispatcher.Channel, chore.Name, chore.Every)) await chore.Work(stopping);
                }
                catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
                {
                    ReportingLog.ChoreStumbled(log, dispatcher.Channel, chore.Name, Code(e));
                }
            }

            await SleepAsync(s_poll, stopping);
        }
    }

    private async Task SleepAsync(TimeSpan wait, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(wait, time, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The loop ends by its own condition.
        }
    }

    private static string Code(Exception e) => e is CreditKitException known ? known.Code : e.GetType().Name;
}
