using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CreditKit.Reporting;

/// <summary>Meter <c>CreditKit.Reporting</c>: rows by outcome, open rows, and alarms that stand; tagged by channel, never by record.</summary>
internal static class ReportingMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "CreditKit.Reporting";

    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_rows = s_meter.CreateCounter<long>("creditkit.reporting.rows", "{row}", "Rows that are over, by outcome.");
    private static readonly Counter<long> s_failures = s_meter.CreateCounter<long>("creditkit.reporting.failures", "{turn}", "Turns in which the channel did not answer.");
    private static readonly ConcurrentDictionary<string, (long Open, IReadOnlyList<ReportAlarm> Alarms)> s_channels = new(StringComparer.Ordinal);

    static ReportingMetrics()
    {
        s_meter.CreateObservableGauge("creditkit.reporting.open", () => s_channels.Select(c => new Measurement<long>(c.Value.Open, KeyValuePair.Create<string, object?>("channel", c.Key))), "{row}", "Rows that are not over.");
        s_meter.CreateObservableGauge("creditkit.reporting.alarms", () => s_channels.SelectMany(c => Enum.GetValues<AlarmKind>().Select(kind =>
            new Measurement<long>(c.Value.Alarms.FirstOrDefault(a => a.Kind == kind)?.Rows ?? 0, KeyValuePair.Create<string, object?>("channel", c.Key), KeyValuePair.Create<string, object?>("kind", kind.ToString())))),
            "{row}", "Rows concerned by an alarm that stands.");
    }

    /// <summary>What a turn brought.</summary>
    public static void Turn(string channel, int accepted, int rejected, bool failed)
    {
        if (accepted > 0) s_rows.Add(accepted, KeyValuePair.Create<string, object?>("channel", channel), KeyValuePair.Create<string, object?>("outcome", "accepted"));
        if (rejected > 0) s_rows.Add(rejected, KeyValuePair.Create<string, object?>("channel", channel), KeyValuePair.Create<string, object?>("outcome", "rejected"));
        if (failed) s_failures.Add(1, KeyValuePair.Create<string, object?>("channel", channel));
    }

    /// <summary>What stands at a channel.</summary>
    public static void Set(string channel, long open, IReadOnlyList<ReportAlarm> alarms) => s_channels[channel] = (open, alarms);
}
