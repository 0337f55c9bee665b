using CreditKit.AspNetCore.Hosting;
using CreditKit.Intake.Readers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore;

/// <summary>Reads the database sources that have a schedule, each on its own; a fault is logged with its code and tried again at the next turn.</summary>
internal sealed partial class PullService(EngineHolder holder, ShuangGongShiOptions options, TimeProvider time, ILogger<PullService> logger) : BackgroundService
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(options.Sources.Where(s => s.Value.Every > TimeSpan.Zero).Select(s => RunAsync(s.Key, s.Value, stoppingToken)));

    private async Task RunAsync(string name, DatabaseSourceOptions source, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(source.Every < s_shortest ? s_shortest : source.Every, time);
        try
        {
            do
            {
                await Task.Run(() => Pull(name, stopping), CancellationToken.None).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site stops; what is committed stands, the rest is read at the next start.
        }
    }

    private void Pull(string name, CancellationToken stopping)
    {
        try
        {
            var summary = holder.Engine.Pulls.Pull(name, "pull:" + name, cancellation: stopping);
            if (summary.Accepted + summary.Corrected + summary.Rejected > 0) Log.Pulled(logger, name, summary.Rows, summary.Accepted, summary.Corrected, summary.Rejected);
        }
        catch (CreditKitException fault)
        {
            Log.Failed(logger, name, fault.Code);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // A fault of another system's database must not stop the agency's site; the next turn tries again.
        catch (Exception fault)
        {
            Log.Failed(logger, name, fault.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "数据源 {Source}：读取 {Rows} 行，新增 {Accepted}，更正 {Corrected}，未接受 {Rejected}。")]
        public static partial void Pulled(ILogger logger, string source, long rows, long accepted, long corrected, long rejected);

        [LoggerMessage(2, LogLevel.Error, "数据源 {Source} 未能读取（{Code}），下次再试。")]
        public static partial void Failed(ILogger logger, string source, string code);
    }
}
