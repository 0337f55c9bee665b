using CreditKit.Reporting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CreditKit.AspNetCore.Hosting;

/// <summary>
/// Health check <c>creditkit-reporting</c>: names what needs care and where. Unhealthy when a deadline has passed or a
/// channel is silent, degraded for the rest. Counts and codes only, no personal data and no secret.
/// </summary>
internal sealed class ReportingHealthCheck(ReportingService reporting, TimeProvider time) : IHealthCheck
{
    /// <summary>Name of the check.</summary>
    public const string Name = "creditkit-reporting";

    private static readonly TimeSpan s_keep = TimeSpan.FromSeconds(15);
    private static readonly AlarmKind[] s_grave = [AlarmKind.Overdue, AlarmKind.ChannelDown];
    private readonly Lock _gate = new();
    private (DateTimeOffset At, IReadOnlyList<ReportAlarm> Alarms)? _last;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var lines = reporting.Lines;
        if (lines.Count == 0) return Task.FromResult(HealthCheckResult.Healthy("没有配置报送通道。"));
        var alarms = Look(lines);
        if (alarms.Count == 0) return Task.FromResult(HealthCheckResult.Healthy("报送正常。"));
        var text = string.Join(' ', alarms.Select(a => a.Text));
        var data = alarms.ToDictionary(a => $"{a.Channel}/{a.Kind}", a => (object)a.Rows);
        return Task.FromResult(alarms.Any(a => s_grave.Contains(a.Kind)) ? HealthCheckResult.Unhealthy(text, data: data) : HealthCheckResult.Degraded(text, data: data));
    }

    // Probes come every few seconds and from several places; the ledger is asked once in a while.
    private IReadOnlyList<ReportAlarm> Look(IReadOnlyList<ReportLine> lines)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_last is { } last && now - last.At < s_keep) return last.Alarms;
            IReadOnlyList<ReportAlarm> alarms = [.. lines.SelectMany(l => l.Alarms.Look())];
            _last = (now, alarms);
            return alarms;
        }
    }
}
