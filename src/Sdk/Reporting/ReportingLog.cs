using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>Log lines of reporting: names, counts and codes, never a row, an answer or an exception object (it may hold the request).</summary>
internal static partial class ReportingLog
{
    [LoggerMessage(1501, LogLevel.Debug, "报送通道 {Channel}：接收 {Accepted} 条，退回 {Rejected} 条，待再报 {Open} 条")]
    public static partial void Dispatched(ILogger logger, string channel, int accepted, int rejected, int open);

    [LoggerMessage(1502, LogLevel.Warning, "报送通道 {Channel} 没有应答（{Fault}），稍后自动再试")]
    public static partial void ChannelFailed(ILogger logger, string channel, string fault);

    [LoggerMessage(1503, LogLevel.Warning, "报送通道 {Channel} 退回 {Rejected} 条，等待人工更正（creditkit report 列出）")]
    public static partial void RowsRejected(ILogger logger, string channel, int rejected);

    [LoggerMessage(1504, LogLevel.Error, "报送通道 {Channel} 出错（{Exception}），稍后继续")]
    public static partial void WorkerStumbled(ILogger logger, string channel, string exception);

    [LoggerMessage(1505, LogLevel.Error, "报送通道 {Channel} 的待发项 {Entry} 无法写成报送格式（{Exception}），等待人工处理")]
    public static partial void EnvelopeFailed(ILogger logger, string channel, long entry, string exception);

    [LoggerMessage(1506, LogLevel.Warning, "报送通道 {Channel} 的例行工作 {Chore} 未完成（{Fault}），下次再做")]
    public static partial void ChoreStumbled(ILogger logger, string channel, string chore, string fault);

    [LoggerMessage(1507, LogLevel.Information, "报送通道 {Channel} 恢复应答")]
    public static partial void ChannelBack(ILogger logger, string channel);

    [LoggerMessage(1508, LogLevel.Error, "报送通道 {Channel} 有平台转来的事项无法收入（{Code}），下次再取")]
    public static partial void InboundFailed(ILogger logger, string channel, string code);

    [LoggerMessage(1509, LogLevel.Warning, "报送通道 {Channel} 报警（{What}）：涉及 {Rows} 条")]
    public static partial void Alarm(ILogger logger, string channel, string what, long rows);

    [LoggerMessage(1510, LogLevel.Information, "报送通道 {Channel} 报警解除（{What}）")]
    public static partial void AlarmOver(ILogger logger, string channel, string what);

    [LoggerMessage(1511, LogLevel.Warning, "报送通道 {Channel} 的报警未能送到 Webhook（状态 {Status}）")]
    public static partial void AlarmNotPosted(ILogger logger, string channel, int status);
}
