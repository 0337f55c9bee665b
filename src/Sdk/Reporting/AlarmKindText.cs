namespace CreditKit.Reporting;

/// <summary>What an alarm is called in a log that people read.</summary>
internal static class AlarmKindText
{
    public static string Of(AlarmKind kind) => kind switch
    {
        AlarmKind.DueSoon => "将到报送期限",
        AlarmKind.Overdue => "已过报送期限",
        AlarmKind.Rejected => "退回后没有更正",
        AlarmKind.NoReceipt => "没有回执",
        AlarmKind.ChannelDown => "接收方没有应答",
        AlarmKind.ForAPerson => "须人工核实是否送达",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
