using CreditKit.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Hosting;

/// <summary>
/// The background reporter where a channel is configured, and nothing where none is. A channel that cannot be right
/// (address, secret, type) stops the start with its code and remedy.
/// </summary>
internal sealed class ReportingService(EngineHolder holder, IEnumerable<ChannelRegistration> registrations, IServiceProvider services, IHostApplicationLifetime lifetime, ILogger<ReportingWorker> logger) : IHostedService, IDisposable
{
    private ReportingWorker? _worker;

    /// <summary>The channels that report; empty before the start, and where none is configured.</summary>
    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (holder.PublicOnly) return Task.CompletedTask;
        var engine = holder.Engine;
        if (engine.Channels.Count == 0) return Task.CompletedTask;
        var hub = engine.OpenReporting(options => registrations.LastOrDefault(r => r.Name == options.Name)?.Make(services, options));
        Lines = hub.Lines;
        _worker = new ReportingWorker(hub, lifetime, logger);
        return _worker.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _worker?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _worker?.Dispose();
}
