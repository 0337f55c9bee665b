using CreditKit.Ledger;

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
}
