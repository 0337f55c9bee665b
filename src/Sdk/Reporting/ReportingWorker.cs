using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>
/// Reports in the background. Registered only where a channel is configured; starts after the application has started;
/// whatever happens in it, the agency's site stays up.
/// </summary>
internal sealed class ReportingWorker(ReportHub hub, IHostApplicationLifetime lifetime, ILogger<ReportingWorker> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            await hub.RunAsync(log, stoppingToken);
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
}
