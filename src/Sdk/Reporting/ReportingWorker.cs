using CreditKit.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>
/// Reports in the background. Registered only where a channel is configured; starts after the application has started;
/// whatever happens in it, the agency's site stays up.
/// </summary>
internal sealed class ReportingWorker(ReportHub hub, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ReportingWorker> log) : BackgroundService
{
    private const int CleanUpPerPass = 500;
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_cleanUpEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_keepSuperseded = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            await Task.WhenAll(hub.Dispatchers.Select(d => RunAsync(d, stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; rows under way were given back or are asked for at the next start.
        }
    }

    private async Task StartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stopping);
    }

    private async Task RunAsync(Dispatcher dispatcher, CancellationToken stopping)
    {
        var cleanUpAt = DateTimeOffset.MinValue;
        while (true)
        {
            TimeSpan wait;
            try
            {
                if ((await dispatcher.DispatchAsync(stopping)).Taken > 0) continue;
                if (time.GetUtcNow() >= cleanUpAt)
                {
                    dispatcher.Outbox.CleanUp(s_keepSuperseded, CleanUpPerPass);
                    cleanUpAt = time.GetUtcNow() + s_cleanUpEvery;
                }

                wait = dispatcher.Outbox.NextDue(dispatcher.Channel) - time.GetUtcNow() is { } due && due < s_poll ? due : s_poll;
                if (wait < TimeSpan.FromMilliseconds(20)) wait = TimeSpan.FromMilliseconds(20);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                ReportingLog.WorkerStumbled(log, dispatcher.Channel, e is CreditKitException known ? known.Code : e.GetType().Name);
                wait = s_pause;
            }

            await Task.Delay(wait, time, stopping);
        }
    }
}
