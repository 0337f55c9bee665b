using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Hosting;

/// <summary>
/// The background reporter where a channel is configured, and nothing where none is. A channel that cannot be right
/// (address, secret, type, certificate) stops the start with its code and remedy.
/// </summary>
internal sealed class ReportingService(EngineHolder holder, IEnumerable<ChannelRegistration> registrations, IServiceProvider services, IHostApplicationLifetime lifetime, ILogger<ReportingWorker> logger) : IHostedService, IDisposable
{
    private ReportingWorker? _worker;

    /// <summary>The channels that report; empty before the start, and where none is configured.</summary>
    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (holder.PublicOnly) return;
        var engine = holder.Engine;
        if (engine.Channels.Count == 0) return;
        var hub = engine.OpenReporting(options => registrations.LastOrDefault(r => r.Name == options.Name)?.Make(services, options));
        if (await CertificateProbe.FirstFaultAsync(engine.Channels, cancellationToken) is { } fault) throw fault;
        Lines = hub.Lines;
        _worker = new ReportingWorker(hub, lifetime, logger);
        await _worker.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _worker?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _worker?.Dispose();
}
