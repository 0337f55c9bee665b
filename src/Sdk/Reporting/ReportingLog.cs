using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>Log lines of reporting: names, counts and codes, never a row, an answer or an exception object (it may hold the request).</summary>
internal static partial class ReportingLog
{
    [LoggerMessage(1501, LogLevel.Debug, "Channel {Channel}: {Accepted} accepted, {Rejected} rejected, {Open} to be tried again")]
    public static partial void Dispatched(ILogger logger, string channel, int accepted, int rejected, int open);

    [LoggerMessage(1502, LogLevel.Warning, "Channel {Channel} does not answer ({Fault}); it is left alone for a while and tried again")]
    public static partial void ChannelFailed(ILogger logger, string channel, string fault);

    [LoggerMessage(1503, LogLevel.Warning, "Channel {Channel} refused {Rejected} rows; they wait for a person (creditkit report shows them)")]
    public static partial void RowsRejected(ILogger logger, string channel, int rejected);

    [LoggerMessage(1504, LogLevel.Error, "Channel {Channel}: reporting stumbled over {Exception}; it goes on after a pause")]
    public static partial void WorkerStumbled(ILogger logger, string channel, string exception);

    [LoggerMessage(1505, LogLevel.Error, "Channel {Channel}: entry {Entry} could not be made into an envelope ({Exception}); it waits for a person")]
    public static partial void EnvelopeFailed(ILogger logger, string channel, long entry, string exception);

    [LoggerMessage(1506, LogLevel.Warning, "Channel {Channel}: {Chore} stumbled over {Fault}; it is done again next time")]
    public static partial void ChoreStumbled(ILogger logger, string channel, string chore, string fault);

    [LoggerMessage(1507, LogLevel.Information, "Channel {Channel} answers again")]
    public static partial void ChannelBack(ILogger logger, string channel);

    [LoggerMessage(1508, LogLevel.Error, "Channel {Channel}: something that came from the platform could not be taken in ({Code}); it is asked for again")]
    public static partial void InboundFailed(ILogger logger, string channel, string code);

    [LoggerMessage(1509, LogLevel.Warning, "Channel {Channel}: {Kind} concerns {Rows} rows")]
    public static partial void Alarm(ILogger logger, string channel, AlarmKind kind, long rows);

    [LoggerMessage(1510, LogLevel.Information, "Channel {Channel}: {Kind} is over")]
    public static partial void AlarmOver(ILogger logger, string channel, AlarmKind kind);

    [LoggerMessage(1511, LogLevel.Warning, "Channel {Channel}: an alarm could not be posted to the webhook (status {Status})")]
    public static partial void AlarmNotPosted(ILogger logger, string channel, int status);
}
