using CreditKit.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Staff;

/// <summary>
/// Takes up in the background what changed in the ledger, where the staff side is mapped: the first page after a large import
/// does not wait for it. A failure never takes the site down; the next page, or the next tick, tries again.
/// </summary>
internal sealed partial class StaffFollower(EngineHolder holder, StaffSide side, TimeProvider time, ILogger<StaffFollower> logger) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (holder.PublicOnly || !side.Mapped) return;
        using var timer = new PeriodicTimer(s_pause, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
                _ = holder.Engine.Work;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A fault in the background must not stop the agency's site; the next tick tries again.
            catch (Exception fault)
            {
                Log.NotTakenUp(logger, fault is CreditKitException known ? known.Code : fault.GetType().Name);
            }
#pragma warning restore CA1031
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "管理端未能跟上台账（{Code}），稍后重试。")]
        public static partial void NotTakenUp(ILogger logger, string code);
    }
}
