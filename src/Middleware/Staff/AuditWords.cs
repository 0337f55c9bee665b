using CreditKit.Ledger.Access;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Acts of the audit chain in words; a code without words stands as it is.</summary>
internal static class AuditWords
{
    public static string Of(string act) => act switch
    {
        "submit" => "录入",
        "correct" => "更正",
        "reject" => "未通过校验",
        "withdraw" => "撤下",
        "approve" => "审核通过",
        "return" => "审核退回",
        "review" => "审查放行",
        "propose-correction" => "提出更正",
        "refuse-correction" => "不同意更正",
        "case-view" => "查看案卷",
        "case-paper" => "查看案卷材料",
        "nil-report" => "签认零报送",
        "channel-pause" => "暂停通道",
        "channel-resume" => "恢复通道",
        "report-resend" => "重新报送",
        "attachment-add" => "收入附件",
        "attachment" => "办理附件",
        "attachment-expire" => "清除到期附件",
        "report-there" => "登记平台已收到",
        "report-again" => "核实后重新报送",
        "audit-verify" => "核对审计链",
        _ => act,
    };

    public static string Of(AccessKind kind) => kind switch
    {
        AccessKind.View => "查看",
        AccessKind.Export => "导出",
        AccessKind.Review => "审查",
        AccessKind.CaseFile => "查看案卷",
        AccessKind.Attachment => "查看附件",
        AccessKind.Original => "查看附件原件",
        _ => "查看未接受的行",
    };
}
