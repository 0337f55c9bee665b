using CreditKit.Cases;
using CreditKit.Ledger.Access;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Review.Approvals;

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
        "consent" => "登记同意",
        "consent-withdrawn" => "登记撤回同意",
        "attachment-add" => "收入附件",
        "attachment" => "办理附件",
        "attachment-expire" => "清除到期附件",
        "report-there" => "登记平台已收到",
        "report-again" => "核实后重新报送",
        "audit-verify" => "核对审计链",
        "reconcile" => "与平台核对",
        "package-fetch" => "取离线包",
        "package-receipt" => "登记回执",
        "handover" => "责任人交接",
        "access" => "查看个人信息",
        "access-review" => "审查查询登记",
        "access-expire" => "清除到期的查询登记",
        "rejected-expire" => "清除到期的退回行",
        "case-erase" => "销毁案卷",
        "case-answer-sent" => "案件答复平台",
        "withdrawal-notice" => "收到撤下告知",
        "exclude" => "记录不公开理由",
        "mark" => "标注",
        "link" => "关联决定",
        "erase" => "销毁个人信息",
        "catalogue" => "事项目录",
        "keys-rotate" => "更换密钥",
        "backup" => "备份",
        "restore" => "恢复",
        "ship" => "交付公示库快照",
        "resend" => "重新报送",
        "settle" => "登记核实结果",
        _ when act.StartsWith("case-", StringComparison.Ordinal) && Enum.TryParse<CaseAct>(act.AsSpan(5), ignoreCase: true, out var step) => "案件：" + CaseWords.Of(step),
        _ => act,
    };

    public static string Outcome(string outcome) => outcome switch
    {
        "done" => "已办理",
        "intact" => "完整",
        "broken" => "不完整",
        "refused" => "被拒绝",
        _ when Enum.TryParse<AccessKind>(outcome, ignoreCase: true, out var kind) => Of(kind),
        _ => outcome,
    };

    /// <summary>What an entry says beside its act: names of values in words, the values as they are.</summary>
    public static string Detail(string detail) => string.Join("，", detail.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        part.Split('=', 2) is [var name, var value] ? name switch
        {
            "revision" => "第 " + value + " 次修订",
            "released" => value == "1" ? "已放行" : "未放行",
            "shareable" => value == "1" ? "可以共享" : "不共享",
            "step" => Enum.TryParse<ApprovalStep>(value, out var step) ? StaffWords.Of(step) : value,
            "case" => "案件 " + value,
            "from" when int.TryParse(value, out var from) => from == 0 ? "" : "由“" + CaseWords.Of((CaseState)from) + "”",
            "to" when int.TryParse(value, out var to) => "转为“" + CaseWords.Of((CaseState)to) + "”",
            "access" => "登记号 " + value,
            "subject" => "对象 " + value,
            "channel" => "通道 " + value,
            "entry" => "报送项 " + value,
            "entries" => value + " 条",
            "drifts" => "差异 " + value + " 条",
            "repair" => value == "1" ? "已排入报送" : "只核对",
            "month" => "月份 " + value,
            "unit" => "单位 " + value,
            "since" => "自 " + value,
            "file" => "文件 " + value,
            "clock" => "",
            "noticed" => "收到告知 " + value,
            "refused" => "退回 " + value + " 行",
            "ground" when Enum.TryParse<WithdrawalGround>(value, ignoreCase: true, out var ground) => WithdrawalGroundText.Of(ground),
            "kind" when Enum.TryParse<RecordKind>(value, ignoreCase: true, out var kind) => StaffWords.Of(kind),
            _ => part,
        } : part).Where(p => p.Length > 0));

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
