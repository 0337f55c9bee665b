using CreditKit.Ledger.Custody;
using CreditKit.Publication;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CreditKit.AspNetCore.Hosting;

/// <summary>
/// Health check <c>creditkit-custody</c>: the audit chain is verified on schedule, snapshots leave on schedule (or arrive,
/// where the column stands alone), logs and registers are kept as long as the law wants, nothing is published without review.
/// </summary>
internal sealed class CustodyHealthCheck(EngineHolder holder, TimeProvider time) : IHealthCheck
{
    /// <summary>Name of the check.</summary>
    public const string Name = "creditkit-custody";

    private static readonly TimeSpan s_auditEvery = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var faults = (holder.PublicOnly ? Snapshot() : Ledger()).ToList();
        return Task.FromResult(faults.Count == 0 ? HealthCheckResult.Healthy("核对、快照、日志和登记都按期。") : HealthCheckResult.Degraded(string.Join(' ', faults)));
    }

    // The other side writes at least once a day, also when nothing changed.
    private IEnumerable<string> Snapshot()
    {
        var file = new FileInfo(holder.Options.PublicPath);
        if (!file.Exists) yield return "还没有公示库快照。";
        else if (time.GetUtcNow() - file.LastWriteTimeUtc is var age && age > TimeSpan.FromDays(1) + (2 * Shipper.Interval(holder.Options.Shipping)))
            yield return $"公示库快照已有 {(int)age.TotalHours} 小时没有更新，其间的撤下没有在本站生效。";
    }

    private IEnumerable<string> Ledger()
    {
        var (engine, now) = (holder.Engine, time.GetUtcNow());
        if (engine.Options.PublishWithoutReview) yield return "已设置不经审查即公示（PublishWithoutReview）。";
        if (engine.AuditWatch.Last is { } last && now - last.At > 2 * s_auditEvery) yield return $"审计链自 {last.At:O} 起没有核对。";
        if (engine.Shipper.Last is { Fault: { } code } failed) yield return $"公示库快照没有写出（{code}），上一次写出于 {(failed.ShippedAt is { } at ? $"{at:O}" : "本次启动之前")}。";
        foreach (var fault in KeepingCheck.Faults(engine.Options.Retention, engine.Ledger.Since, now)) yield return fault;
    }
}
