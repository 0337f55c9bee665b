using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CreditKit.AspNetCore.Hosting;

/// <summary>Tells the host whether the audit chain was whole at its last daily check (等保 8.1.4.3; requirement 002-22).</summary>
internal sealed class AuditHealthCheck(EngineHolder holder) : IHealthCheck
{
    /// <summary>Name of the check.</summary>
    public const string Name = "creditkit-audit";

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        holder.PublicOnly ? HealthCheckResult.Healthy("只展示公示库，没有审计链。")
        : holder.Engine.AuditWatch.Last is not { } last ? HealthCheckResult.Healthy("审计链尚未检查。")
        : last.Intact ? HealthCheckResult.Healthy($"审计链完整，链头 {last.Head}，检查于 {last.At:O}。")
        : HealthCheckResult.Unhealthy($"审计链在第 {last.BrokenAt} 条处断开，检查于 {last.At:O}。"));
}
