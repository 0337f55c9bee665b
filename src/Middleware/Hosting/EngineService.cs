using CreditKit.Ledger.Custody;
using CreditKit;
using CreditKit.Publication;
using CreditKit.Publication.Lists;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Hosting;

/// <summary>
/// Opens the engine and brings public.db up to the ledger before the first visitor is served, then follows what other
/// processes (the command line, another site process) write. A fault at start is loud and stops the start; a fault later
/// is logged and tried again, and never takes the agency's site down.
/// </summary>
internal sealed partial class EngineService(EngineHolder holder, PublicFiles files, TimeProvider time, ILogger<EngineService> logger, IConfiguration? configuration = null, Column? column = null) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_tidyEvery = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan s_custodyEvery = TimeSpan.FromHours(24);
    private bool _healed;
    private Task _warming = Task.CompletedTask;

    // Before any hosted service starts: a host may have registered its web server ahead of the column.
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => HealAsync(cancellationToken);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Older hosts know no earlier step than this.
        if (!_healed) await HealAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => _warming;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (holder.PublicOnly) return;
        using var timer = new PeriodicTimer(s_pause, time);
        var tidyAt = time.GetUtcNow() + s_tidyEvery;
        var custodyAt = time.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
                if (time.GetUtcNow() >= custodyAt)
                {
                    Custody();
                    custodyAt = time.GetUtcNow() + s_custodyEvery;
                }

                var followed = holder.Engine.Projector.FollowOthers(stoppingToken);
                Ship();
                if (followed || time.GetUtcNow() < tidyAt) continue;
                holder.Engine.Projector.Maintain(stoppingToken);
                tidyAt = time.GetUtcNow() + s_tidyEvery;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (CreditKitException fault)
            {
                Log.ProjectionFailed(logger, fault.Code);
            }
#pragma warning disable CA1031 // A fault in the background must not stop the agency's site; the next tick tries again.
            catch (Exception fault)
            {
                Log.ProjectionFailed(logger, fault.GetType().Name);
            }
#pragma warning restore CA1031
        }
    }

    // Once a day: the audit chain is walked and its end told to the log, from where it can be sent elsewhere; what has been kept long enough is erased.
    private void Custody()
    {
        var audit = holder.Engine.AuditWatch.Check();
        holder.Engine.Ledger.Audit(Shipper.Actor, "audit-verify", audit.Intact ? "intact" : "broken", null, audit.Intact ? $"entries={audit.Head.Number}" : $"broken={audit.BrokenAt}");
        if (audit.Intact) Log.AuditHead(logger, audit.Head.ToString());
        else Log.AuditBroken(logger, audit.BrokenAt ?? 0);
        _ = new Eraser(holder.Engine.Ledger.Database, holder.Engine.Options.Retention).Due("retention");
    }

    private void Ship()
    {
        try
        {
            holder.Engine.Shipper.Due();
        }
        catch (CreditKitException fault)
        {
            Log.ShippingFailed(logger, fault.Code);
        }
    }

    private async Task HealAsync(CancellationToken cancellation)
    {
        foreach (var unknown in SettingsFile.Unknown(holder.DataDirectory, typeof(ShuangGongShiOptions), builder => { if (configuration is not null) builder.AddConfiguration(configuration); })) Log.UnknownSetting(logger, unknown);
        if (holder.PublicOnly) return;
        files.Check();
        if (holder.Engine.Options.PublishWithoutReview) Log.NoReview(logger);
        holder.Engine.Projector.CatchUp(cancellation: cancellation);

        // Beside the rest of the start: the first visitor finds a page, and the code that makes pages is compiled. Not before: a
        // look at data that are not there yet would be remembered for a moment.
        if (column is not null) _warming = Task.Run(column.WarmUp, CancellationToken.None);
        await holder.Engine.Cases.HealAsync(cancellation).ConfigureAwait(false);
        _healed = true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "公示库未能跟上台账（{Code}），稍后重试。")]
        public static partial void ProjectionFailed(ILogger logger, string code);

        [LoggerMessage(2, LogLevel.Warning, "已设置不经审查即公示（PublishWithoutReview）：报入的记录无人审查即公开。保守国家秘密法第三十五条要求先审查、后公开。")]
        public static partial void NoReview(ILogger logger);

        [LoggerMessage(3, LogLevel.Information, "审计链完整，链头 {Head}。")]
        public static partial void AuditHead(ILogger logger, string head);

        [LoggerMessage(5, LogLevel.Error, "公示库快照没有写出（{Code}），稍后重试；另一台机器上的专栏仍是上一次的内容。")]
        public static partial void ShippingFailed(ILogger logger, string code);

        [LoggerMessage(6, LogLevel.Warning, "{Setting}")]
        public static partial void UnknownSetting(ILogger logger, string setting);

        [LoggerMessage(4, LogLevel.Critical, "审计链在第 {Number} 条处断开：请保全现场并从备份核对。")]
        public static partial void AuditBroken(ILogger logger, long number);
    }
}
