using CreditKit.Ledger;
using CreditKit.Reporting;

namespace CreditKit.AspNetCore.Staff;

/// <summary>States of reporting in words.</summary>
internal static class ReportingWords
{
    public static string Of(OutboxState state) => state switch
    {
        OutboxState.Pending => "待报送",
        OutboxState.Leased => "正在报送",
        OutboxState.Unknown => "没有应答，核实后再报",
        OutboxState.Accepted => "已接收",
        OutboxState.Rejected => "被退回",
        _ => "已由新的修订取代",
    };

    public static string Of(DriftKind kind) => kind switch
    {
        DriftKind.Missing => "平台缺少",
        DriftKind.Different => "内容或者期限不一致",
        DriftKind.Surplus => "平台应撤未撤",
        _ => "平台有而台账没有",
    };
}
